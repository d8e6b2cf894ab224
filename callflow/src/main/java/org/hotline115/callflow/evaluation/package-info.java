/** The flash evaluation of the first 72 hours: due, owned, done with the person, counted. */
@NullMarked
package org.hotline115.callflow.evaluation;

import org.jspecify.annotations.NullMarked;
