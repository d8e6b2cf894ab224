/** Figures that anybody can recompute: one definition each, counted from the rows on record. */
@NullMarked
package org.hotline115.callflow.statistics;

import org.jspecify.annotations.NullMarked;
