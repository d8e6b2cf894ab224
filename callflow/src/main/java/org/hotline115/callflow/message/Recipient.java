package org.hotline115.callflow.message;

import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;

/** Who gets a text: the number, and the key under which it is remembered without being read. */
public record Recipient(CallerKey key, PhoneNumber number) {}
