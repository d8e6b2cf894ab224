package org.hotline115.callflow.person;

import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A number that becomes somebody's.
 *
 * @param byContact the link that brings it, and takes it away again when it is undone
 */
record NewNumber(NumberId numberId, CallerKey key, Safety safe, @Nullable ContactId byContact) {}
