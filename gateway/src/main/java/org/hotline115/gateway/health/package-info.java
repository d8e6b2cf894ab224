/** Is it alive, is it ready, which part is down, and the figures for the watchers. */
@NullMarked
package org.hotline115.gateway.health;

import org.jspecify.annotations.NullMarked;
