package org.hotline115.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.InMemoryCallerStore;
import org.junit.jupiter.api.Test;

class KnownNumbersTest {

  @Test
  void whoWithheldHisNumberIsNobodyAlsoWhenNoNumberIsKnown() {
    CallerKey unknown = new CallerKey("ab".repeat(32));

    KnownNumbers numbers = KnownNumbers.ask(new InMemoryCallerStore(), Stream.of(unknown, null));

    assertThat(numbers.of(unknown)).isNull();
    assertThat(numbers.of(null)).isNull();
  }
}
