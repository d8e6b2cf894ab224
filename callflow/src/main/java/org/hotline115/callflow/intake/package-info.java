/** The first half minute of a call: welcome, danger key, language, rights, and into the queue. */
@NullMarked
package org.hotline115.callflow.intake;

import org.jspecify.annotations.NullMarked;
