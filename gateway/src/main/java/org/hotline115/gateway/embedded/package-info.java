/** PostgreSQL, Redis, Asterisk and the gateway as child processes, for one machine. */
@NullMarked
package org.hotline115.gateway.embedded;

import org.jspecify.annotations.NullMarked;
