/** Speaks: sockets in, sockets out, between the phone system, the browsers and callflow. */
@NullMarked
package org.hotline115.gateway;

import org.jspecify.annotations.NullMarked;
