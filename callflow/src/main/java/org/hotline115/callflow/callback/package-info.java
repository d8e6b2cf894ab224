/** Callbacks: a promise to ring a person at the turn he already had, kept whatever happens. */
@NullMarked
package org.hotline115.callflow.callback;

import org.jspecify.annotations.NullMarked;
