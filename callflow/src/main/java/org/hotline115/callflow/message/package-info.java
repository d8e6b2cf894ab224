/** Templates to people: what they say, whether they went out, and what became of them. */
@NullMarked
package org.hotline115.callflow.message;

import org.jspecify.annotations.NullMarked;
