package org.hotline115.callflow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a figure says when there is nothing to say, and when the sums cannot be true. */
class IndicatorCodeTest {

  @Test
  void theCodesAreThoseOfTheDomainPage() {
    assertThat(IndicatorCode.ANSWER_RATE_RECEIVED.code()).isEqualTo("answerRateReceived");
    assertThat(IndicatorCode.P90_WAIT.code()).isEqualTo("p90Wait");
    assertThat(IndicatorCode.ASA.code()).isEqualTo("asa");
  }

  @Test
  void whereNobodyRangCountsAreZeroAndEverythingElseIsNull() {
    assertThat(CallFigures.NONE.isWhole()).isTrue();
    for (Indicator indicator : CallFigures.NONE.indicators()) {
      switch (indicator.code()) {
        case RECEIVED, BLOCKED, OFFERED, ANSWERED, DISTINCT_CALLERS ->
            assertThat(indicator.value()).as(indicator.code().code()).isZero();
        default -> assertThat(indicator.value()).as(indicator.code().code()).isNull();
      }
    }
  }

  @Test
  void aCallWithoutAWordOrWithTwoMakesTheSumsUntrue() {
    Outcomes one = new Outcomes(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    Outcomes lost = new Outcomes(2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
    Outcomes doubled = new Outcomes(1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0);

    assertThat(one.difference()).isZero();
    assertThat(lost.difference()).isEqualTo(1);
    assertThat(doubled.difference()).isEqualTo(-1);
  }
}
