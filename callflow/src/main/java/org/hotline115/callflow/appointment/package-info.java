/** When sites receive people, which slots are free, who is expected, who came. */
@NullMarked
package org.hotline115.callflow.appointment;

import org.jspecify.annotations.NullMarked;
