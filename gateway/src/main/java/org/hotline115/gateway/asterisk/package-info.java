/** The wire to Asterisk: events in, orders out, the menu, and Asterisk's own records. */
@NullMarked
package org.hotline115.gateway.asterisk;

import org.jspecify.annotations.NullMarked;
