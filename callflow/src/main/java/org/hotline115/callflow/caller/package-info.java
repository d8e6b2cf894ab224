/** The number that rings: its form, its mask, its blind index, and what is known of it. */
@NullMarked
package org.hotline115.callflow.caller;

import org.jspecify.annotations.NullMarked;
