package org.hotline115.callflow.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotline115.callflow.store.Secret;
import org.junit.jupiter.api.Test;

class CallersTest {

  private final Callers callers = CallerTestKit.callers();

  @Test
  void oneNumberHasOneKeyHoweverItIsWritten() {
    assertThat(callers.identify("06 12 34 56 78")).isEqualTo(callers.identify("+33612345678"));
    assertThat(callers.identify("0612345678")).isNotEqualTo(callers.identify("0612345679"));
  }

  @Test
  void theSealedNumberIsRevealedOnlyWithItsOwnKey() {
    CallerIdentity mine = callers.identify("0612345678");
    CallerIdentity other = callers.identify("0612345679");

    assertThat(callers.reveal(mine.key(), mine.number()).e164()).isEqualTo("+33612345678");
    assertThatThrownBy(() -> callers.reveal(other.key(), mine.number()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherSecretGivesAnotherKey() {
    assertThat(
            CallerTestKit.callers(new Secret("another secret of the index, 32 chars"))
                .identify("0612345678"))
        .isNotEqualTo(callers.identify("0612345678"));
  }

  @Test
  void nothingReadableIsPrinted() {
    assertThat(callers.identify("0612345678").toString()).doesNotContain("612345678");
  }

  @Test
  void aWithheldNumberHasNoKey() {
    assertThat(callers.identify("anonymous").key()).isNull();
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> new BlindIndex(new Secret("short"), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
