/** The words of the house for the codes of its forms, and its own finer entries under them. */
@NullMarked
package org.hotline115.callflow.reference;

import org.jspecify.annotations.NullMarked;
