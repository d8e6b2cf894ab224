/** Whether what the board shows is still true, and who decided what when it was not. */
@NullMarked
package org.hotline115.callflow.truth;

import org.jspecify.annotations.NullMarked;
