package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;
import static org.hotline115.callflow.board.BoardSamples.LILAS;
import static org.hotline115.callflow.board.BoardSamples.figures;
import static org.hotline115.callflow.board.BoardSamples.picture;
import static org.hotline115.callflow.board.BoardSamples.wish;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.hotline115.callflow.board.PlaceBoard.HoldTimes;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisPlaceBoardIT extends PlaceBoardContract {

  private static TestRedis server;
  private static RedisServer redis;

  @BeforeAll
  static void startRedis() {
    server = TestServers.redis();
    redis = server.connect();
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
    server.close();
  }

  @Override
  PlaceBoard board(HoldTimes times) {
    redis.connection().sync().flushall();
    return new RedisPlaceBoard(redis, PlaceSamples.HERAULT, times);
  }

  @Test
  void aRedisThatWasEmptiedWhileItWasWrittenIsNotDeclaredBuilt() {
    PlaceBoard board = board(LONG);

    boolean built =
        board.rebuild(() -> {
          redis.connection().sync().flushall();
          return picture(figures(LILAS, 4, 0, 1));
        });

    assertThat(built).isFalse();
    assertThat(board.picture()).isEmpty();
    assertThat(board.hold(wish(LILAS, 1, CLAIRE))).isEqualTo(new HoldResult.BoardDown());
  }

  /** Half of a board would look like lost groups, and an alarm would be raised for each. */
  @Test
  void aBoardThatIsEmptiedWhileItIsReadIsReadWholeOrNotAtAll() throws InterruptedException {
    PlaceBoard board = board(LONG);
    CapacityState[] states =
        IntStream.range(0, 3_000)
            .mapToObj(i -> figures(new PlaceGroupId("group-" + i), 4, 0, 1))
            .toArray(CapacityState[]::new);
    for (int round = 0; round < 20; round++) {
      assertThat(board.rebuild(() -> picture(states))).isTrue();
      int pause = round * 2;
      Thread crash =
          Thread.ofPlatform()
              .start(() -> {
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
                redis.connection().sync().flushall();
              });

      Optional<BoardPicture> read = board.picture();

      crash.join();
      assertThat(read.map(picture -> picture.states().size()).orElse(states.length))
          .as("emptied after %d ms", pause)
          .isEqualTo(states.length);
    }
  }

  @Test
  void aRebuildThatFailedIsTriedAgainAtOnce() {
    PlaceBoard board = board(LONG);
    assertThatThrownBy(() ->
            board.rebuild(() -> {
              throw new RecordsAway("no answer", null);
            }))
        .isInstanceOf(RecordsAway.class);

    assertThat(board.rebuild(() -> picture(figures(LILAS, 4, 0, 1)))).isTrue();
  }

  @Test
  void whileOneGatewayWritesItAnotherDoesNotAndNobodyHolds() {
    PlaceBoard board = board(LONG);
    BoardPicture remembered = picture(figures(LILAS, 4, 0, 1));

    boolean built =
        board.rebuild(() -> {
          assertThat(board.rebuild(() -> remembered)).isFalse();
          assertThat(board.hold(wish(LILAS, 1, CLAIRE))).isEqualTo(new HoldResult.BoardDown());
          return remembered;
        });

    assertThat(built).isTrue();
    assertThat(board.hold(wish(LILAS, 1, CLAIRE))).isInstanceOf(HoldResult.Held.class);
  }
}
