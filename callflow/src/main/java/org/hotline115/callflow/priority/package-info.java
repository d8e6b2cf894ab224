/**
 * In which order those who wait are helped: a grid as data, chosen by a person, with its reasons.
 */
@NullMarked
package org.hotline115.callflow.priority;

import org.jspecify.annotations.NullMarked;
