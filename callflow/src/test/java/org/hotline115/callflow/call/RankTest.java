package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.call.CallFacts.at;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {

  @Test
  void whomTheRescueDidNotAnswerStandsBeforeThoseWhoWaitLonger() {
    List<Rank> inOrder =
        List.of(
            new Rank(at(50), Rank.Reason.RESCUE_REDIAL, null),
            new Rank(at(90), Rank.Reason.RESCUE_UNANSWERED, null),
            new Rank(at(0), Rank.Reason.CALLBACK, null),
            new Rank(at(10), Rank.Reason.ARRIVAL, null),
            new Rank(at(20), Rank.Reason.REDIAL, null));
    List<Rank> shuffled = new ArrayList<>(inOrder);
    Collections.shuffle(shuffled, new Random(115));

    shuffled.sort(Rank.IN_ORDER);

    assertThat(shuffled).isEqualTo(inOrder);
  }
}
