/** Who carries the texts: Twilio, or a journal that shows them and sends none. */
@NullMarked
package org.hotline115.gateway.sms;

import org.jspecify.annotations.NullMarked;
