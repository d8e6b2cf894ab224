/** Plumbing that every feature stands on: scripts, statements, transactions. A leaf. */
@NullMarked
package org.hotline115.callflow.store;

import org.jspecify.annotations.NullMarked;
