package org.hotline115.callflow.caller;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers that called, each once, sealed. */
public interface CallerStore {

  /** Repeatable. Keeps the earliest first and the latest last time. */
  void remember(CallerKey key, SealedNumber number, Instant seenAt);

  /** Nothing when it never called, or when its number was erased. */
  Optional<PhoneNumber> numberOf(CallerKey key);

  /** Those of them that are known, in one question: a list of callers is not many questions. */
  Map<CallerKey, PhoneNumber> numbersOf(Set<CallerKey> keys);
}
