/** The numbers people dial: what each line is for, and where its callers wait. */
@NullMarked
package org.hotline115.callflow.line;

import org.jspecify.annotations.NullMarked;
