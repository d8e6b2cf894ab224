package org.hotline115.callflow.caller;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers that a number called, and cannot open it. */
public final class InMemoryCallerStore implements CallerStore {

  private final Map<CallerKey, SealedNumber> numbers = new ConcurrentHashMap<>();

  @Override
  public void remember(CallerKey key, SealedNumber number, Instant seenAt) {
    numbers.putIfAbsent(key, number);
  }

  @Override
  public Optional<PhoneNumber> numberOf(CallerKey key) {
    return Optional.empty();
  }

  @Override
  public Map<CallerKey, PhoneNumber> numbersOf(Set<CallerKey> keys) {
    return Map.of();
  }
}
