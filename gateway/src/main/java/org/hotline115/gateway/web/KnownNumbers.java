package org.hotline115.gateway.web;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** The numbers of a list of callers, in one question; none of them while the records are away. */
record KnownNumbers(Map<CallerKey, PhoneNumber> numbers) {

  static KnownNumbers ask(CallerStore callers, Stream<@Nullable CallerKey> keys) {
    return new KnownNumbers(
        Cards.known(() ->
                Optional.of(
                    callers.numbersOf(
                        keys.flatMap(Stream::ofNullable).collect(Collectors.toSet()))))
            .orElse(Map.of()));
  }

  /** Nothing for a number that was withheld, never kept or erased. */
  @Nullable PhoneNumber of(@Nullable CallerKey caller) {
    return caller == null ? null : numbers.get(caller);
  }
}
