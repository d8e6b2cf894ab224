/** The live socket: a snapshot first, then numbered changes, to each desk what concerns it. */
@NullMarked
package org.hotline115.gateway.live;

import org.jspecify.annotations.NullMarked;
