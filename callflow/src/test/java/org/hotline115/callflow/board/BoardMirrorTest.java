package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;
import static org.hotline115.callflow.board.BoardSamples.LILAS;
import static org.hotline115.callflow.board.BoardSamples.NOW;
import static org.hotline115.callflow.board.BoardSamples.TONIGHT;

import java.util.UUID;
import org.hotline115.callflow.contact.ContactId;
import org.junit.jupiter.api.Test;

class BoardMirrorTest {

  private static final HoldId HOLD = new HoldId(UUID.randomUUID());

  private final BoardMirror mirror = new BoardMirror();

  private static BoardChange change(long version, BoardChange.Verb verb, int held) {
    HoldStatus status = verb == BoardChange.Verb.HELD ? HoldStatus.ACTIVE : HoldStatus.RELEASED;
    return new BoardChange(
        version,
        NOW,
        verb,
        new CapacityState(LILAS, TONIGHT, 4, 0, 0, held, NOW, "", null, 1, version),
        new Hold(
            HOLD,
            LILAS,
            TONIGHT,
            2,
            CLAIRE,
            null,
            new ContactId(UUID.randomUUID()),
            status,
            NOW,
            NOW.plusSeconds(600),
            null));
  }

  @Test
  void ourOwnAnswerIsSeenBeforeItsMessageComes() {
    mirror.learn(change(7, BoardChange.Verb.HELD, 2));
    assertThat(mirror.state(LILAS).orElseThrow().held()).isEqualTo(2);
    assertThat(mirror.activeHolds()).hasSize(1);
    assertThat(mirror.version()).as("the order is the messages'").isZero();
  }

  @Test
  void aLateMessageOfAHoldDoesNotRaiseItFromTheDead() {
    mirror.learn(change(7, BoardChange.Verb.HELD, 2));
    mirror.learn(change(8, BoardChange.Verb.RELEASED, 0));

    mirror.apply(change(7, BoardChange.Verb.HELD, 2));

    assertThat(mirror.activeHolds()).isEmpty();
    assertThat(mirror.state(LILAS).orElseThrow().held()).isZero();
    mirror.apply(change(8, BoardChange.Verb.RELEASED, 0));
    assertThat(mirror.activeHold(HOLD)).isEmpty();
    assertThat(mirror.version()).isEqualTo(8);
  }
}
