package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardSamples.BELLEVUE;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;
import static org.hotline115.callflow.board.BoardSamples.KARIM;
import static org.hotline115.callflow.board.BoardSamples.LILAS;
import static org.hotline115.callflow.board.BoardSamples.TONIGHT;
import static org.hotline115.callflow.board.BoardSamples.figures;
import static org.hotline115.callflow.board.BoardSamples.picture;
import static org.hotline115.callflow.board.BoardSamples.wish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.board.PlaceBoard.HoldTimes;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.junit.jupiter.api.Test;

/** What every board does, the one in memory and the one in Redis. */
abstract class PlaceBoardContract {

  static final HoldTimes LONG = HoldTimes.DEFAULT;
  static final HoldTimes SHORT =
      new HoldTimes(Duration.ofMillis(60), Duration.ofMillis(200), Duration.ofMillis(240));

  /** An empty board: not built, nobody can hold. */
  abstract PlaceBoard board(HoldTimes times);

  private PlaceBoard built(HoldTimes times, CapacityState... states) {
    PlaceBoard board = board(times);
    assertThat(board.rebuild(() -> picture(states))).isTrue();
    return board;
  }

  private static CapacityState shown(PlaceBoard board, PlaceGroupId group) {
    return board.picture().orElseThrow().states().stream()
        .filter(state -> state.placeGroupId().equals(group))
        .findFirst()
        .orElseThrow();
  }

  private static Hold held(HoldResult result) {
    assertThat(result).isInstanceOf(HoldResult.Held.class);
    return ((HoldResult.Held) result).hold();
  }

  @Test
  void nobodyHoldsOnABoardThatIsNotBuilt() {
    PlaceBoard board = board(LONG);
    assertThat(board.hold(wish(LILAS, 1, CLAIRE))).isEqualTo(new HoldResult.BoardDown());
    assertThat(board.picture()).isEmpty();
    assertThat(board.release(new HoldId(UUID.randomUUID()), CLAIRE))
        .isEqualTo(new HoldAnswer.BoardDown());
    assertThat(board.show(figures(LILAS, 4, 0, 1))).isEqualTo(new CapacityAnswer.BoardDown());
  }

  @Test
  void aHeldPlaceIsNoLongerFree() {
    PlaceBoard board = built(LONG, figures(LILAS, 10, 6, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);

    HoldResult result = board.hold(wish);

    Hold hold = held(result);
    assertThat(hold.status()).isEqualTo(HoldStatus.ACTIVE);
    assertThat(hold.callId()).isEqualTo(wish.callId());
    assertThat(Duration.between(hold.createdAt(), hold.expiresAt())).isEqualTo(LONG.first());
    assertThat(((HoldResult.Held) result).state().available()).isEqualTo(2);
    assertThat(shown(board, LILAS).held()).isEqualTo(2);
    assertThat(board.picture().orElseThrow().holds()).containsExactly(hold);
  }

  @Test
  void theLoserOfARaceLearnsHowManyAreLeft() {
    PlaceBoard board = built(LONG, figures(LILAS, 10, 7, 1));
    board.hold(wish(LILAS, 2, CLAIRE));
    assertThat(board.hold(wish(LILAS, 2, KARIM))).isEqualTo(new HoldResult.AlreadyTaken(1));
  }

  @Test
  void aGroupWithoutOpenPlacesIsClosed() {
    PlaceBoard board = built(LONG, figures(LILAS, 0, 0, 1));
    assertThat(board.hold(wish(LILAS, 1, CLAIRE))).isEqualTo(new HoldResult.Closed());
    assertThat(board.hold(wish(BELLEVUE, 1, CLAIRE))).isEqualTo(new HoldResult.Closed());
  }

  @Test
  void askingTwiceHoldsOnce() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    Hold first = held(board.hold(wish));
    assertThat(held(board.hold(wish))).isEqualTo(first);
    assertThat(shown(board, LILAS).held()).isEqualTo(2);
  }

  @Test
  void theSameIdWithOtherContentIsRefused() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1), figures(BELLEVUE, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);
    HoldRequest other =
        new HoldRequest(
            wish.holdId(), BELLEVUE, TONIGHT, 2, CLAIRE, null, new ContactId(UUID.randomUUID()));
    assertThat(board.hold(other)).isEqualTo(new HoldResult.OtherHold());
    assertThat(shown(board, BELLEVUE).held()).isZero();
  }

  @Test
  void aReleasedHoldGivesItsPlacesBackOnce() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 3, CLAIRE);
    board.hold(wish);

    HoldAnswer first = board.release(wish.holdId(), CLAIRE);
    HoldAnswer second = board.release(wish.holdId(), CLAIRE);

    assertThat(((HoldAnswer.Ended) first).hold().status()).isEqualTo(HoldStatus.RELEASED);
    assertThat(second).isEqualTo(first);
    assertThat(shown(board, LILAS).available()).isEqualTo(4);
    assertThat(board.hold(wish)).isInstanceOf(HoldResult.Ended.class);
  }

  @Test
  void onlyItsAgentAndTheHouseMoveAHold() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 1, CLAIRE);
    board.hold(wish);
    assertThat(board.extend(wish.holdId(), KARIM)).isInstanceOf(HoldAnswer.NotYours.class);
    assertThat(board.offer(wish.holdId(), KARIM)).isInstanceOf(HoldAnswer.NotYours.class);
    assertThat(board.pin(wish.holdId(), KARIM)).isInstanceOf(HoldAnswer.NotYours.class);
    assertThat(board.release(wish.holdId(), KARIM)).isInstanceOf(HoldAnswer.NotYours.class);
    assertThat(board.release(wish.holdId(), null)).isInstanceOf(HoldAnswer.Ended.class);
  }

  @Test
  void anUnknownHoldIsSaidSo() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1));
    assertThat(board.extend(new HoldId(UUID.randomUUID()), CLAIRE))
        .isEqualTo(new HoldAnswer.NoSuchHold());
  }

  @Test
  void anOfferIsMarkedOnceAndSeenByAll() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 1, CLAIRE);
    board.hold(wish);
    HoldAnswer first = board.offer(wish.holdId(), CLAIRE);
    assertThat(((HoldAnswer.StillHeld) first).hold().offeredAt()).isNotNull();
    assertThat(board.offer(wish.holdId(), CLAIRE)).isEqualTo(first);
    assertThat(board.picture().orElseThrow().holds().getFirst().offeredAt()).isNotNull();
  }

  @Test
  void aHoldExpiresByItselfAndOnlyOnce() throws InterruptedException {
    PlaceBoard board = built(SHORT, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);
    assertThat(board.expire(100).orElseThrow()).isEmpty();

    Thread.sleep(80);

    List<Hold> expired = board.expire(100).orElseThrow();
    assertThat(expired).extracting(Hold::status).containsExactly(HoldStatus.EXPIRED);
    assertThat(board.expire(100).orElseThrow()).isEmpty();
    assertThat(shown(board, LILAS).available()).isEqualTo(4);
  }

  @Test
  void anExpiredHoldIsOverEvenBeforeTheSweep() throws InterruptedException {
    PlaceBoard board = built(SHORT, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);
    Thread.sleep(80);
    HoldAnswer answer = board.pin(wish.holdId(), CLAIRE);
    assertThat(((HoldAnswer.Ended) answer).hold().status()).isEqualTo(HoldStatus.EXPIRED);
    assertThat(shown(board, LILAS).held()).isZero();
  }

  @Test
  void anExtensionGivesMoreTimeButNotForEver() throws InterruptedException {
    PlaceBoard board = built(SHORT, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    Hold hold = held(board.hold(wish));
    Hold longer = ((HoldAnswer.StillHeld) board.extend(wish.holdId(), CLAIRE)).hold();
    assertThat(longer.expiresAt()).isAfter(hold.expiresAt());
    Thread.sleep(100);
    Hold longest = ((HoldAnswer.StillHeld) board.extend(wish.holdId(), CLAIRE)).hold();
    assertThat(longest.expiresAt()).isEqualTo(hold.createdAt().plus(SHORT.most()));
  }

  @Test
  void aPinnedHoldDoesNotExpireWhilePostgresIsAsked() throws InterruptedException {
    PlaceBoard board = built(SHORT, figures(LILAS, 4, 0, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);
    assertThat(board.pin(wish.holdId(), CLAIRE)).isInstanceOf(HoldAnswer.StillHeld.class);
    Thread.sleep(80);
    assertThat(board.expire(100).orElseThrow()).isEmpty();
  }

  @Test
  void aConvertedHoldMovesFromHeldToOccupied() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 1, 1));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);

    HoldAnswer answer = board.convert(wish.holdId(), figures(LILAS, 4, 3, 2));

    assertThat(((HoldAnswer.Ended) answer).hold().status()).isEqualTo(HoldStatus.CONVERTED);
    CapacityState state = shown(board, LILAS);
    assertThat(state.occupied()).isEqualTo(3);
    assertThat(state.held()).isZero();
    assertThat(board.convert(wish.holdId(), figures(LILAS, 4, 3, 2))).isEqualTo(answer);
    assertThat(board.convert(new HoldId(UUID.randomUUID()), figures(LILAS, 4, 4, 3)))
        .isEqualTo(new HoldAnswer.NoSuchHold());
    assertThat(shown(board, LILAS).occupied()).isEqualTo(4);
  }

  @Test
  void olderFiguresNeverOverwriteNewerOnes() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 3, 5));
    assertThat(board.show(figures(LILAS, 4, 0, 4))).isEqualTo(new CapacityAnswer.AlreadyKnown());
    assertThat(shown(board, LILAS).occupied()).isEqualTo(3);
    assertThat(board.show(figures(LILAS, 4, 2, 6))).isInstanceOf(CapacityAnswer.Taken.class);
    assertThat(shown(board, LILAS).occupied()).isEqualTo(2);
  }

  @Test
  void aShelterThatSaysFullTakesBackTheYoungestHolds() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 0, 1));
    HoldRequest older = wish(LILAS, 1, CLAIRE);
    HoldRequest pinned = wish(LILAS, 1, CLAIRE);
    HoldRequest younger = wish(LILAS, 2, KARIM);
    board.hold(older);
    board.hold(pinned);
    pause();
    board.hold(younger);
    board.pin(pinned.holdId(), CLAIRE);

    board.tell(figures(LILAS, 4, 3, 2));

    assertThat(board.picture().orElseThrow().holds())
        .extracting(Hold::holdId)
        .containsExactlyInAnyOrder(older.holdId(), pinned.holdId());
    HoldAnswer answer = board.extend(younger.holdId(), KARIM);
    assertThat(((HoldAnswer.Ended) answer).hold().status()).isEqualTo(HoldStatus.RELEASED);
  }

  private static void pause() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aNewNightEndsTheHoldsOfTheLastOne() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 1, 7));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);
    NightOf next = new NightOf(TONIGHT.date().plusDays(1));

    board.show(new CapacityState(LILAS, next, 4, 1, 0, 0, null, "", null, 1, 0));

    CapacityState state = shown(board, LILAS);
    assertThat(state.nightOf()).isEqualTo(next);
    assertThat(state.held()).isZero();
    assertThat(board.hold(wish(LILAS, 1, CLAIRE))).isEqualTo(new HoldResult.Closed());
  }

  @Test
  void aRebuiltBoardIsTheOneThatWasRemembered() {
    PlaceBoard board = built(LONG, figures(LILAS, 4, 1, 7));
    HoldRequest wish = wish(LILAS, 2, CLAIRE);
    board.hold(wish);
    BoardPicture remembered = board.picture().orElseThrow();
    BoardPicture higher =
        new BoardPicture(5_000, remembered.asOf(), remembered.states(), remembered.holds());

    assertThat(board.rebuild(() -> higher)).isTrue();

    BoardPicture rebuilt = board.picture().orElseThrow();
    assertThat(rebuilt.states()).isEqualTo(remembered.states());
    assertThat(rebuilt.holds()).isEqualTo(remembered.holds());
    assertThat(rebuilt.version()).isEqualTo(5_000);
    HoldResult next = board.hold(wish(LILAS, 1, KARIM));
    assertThat(((HoldResult.Held) next).state().version()).isEqualTo(5_001);
    assertThat(board.release(wish.holdId(), CLAIRE)).isInstanceOf(HoldAnswer.Ended.class);
  }

  @Test
  void fiftyAgentsAndOnePlaceMakeOneWinner() throws Exception {
    PlaceBoard board = built(LONG, figures(LILAS, 1, 0, 1));
    List<HoldResult> results = race(50, () -> board.hold(wish(LILAS, 1, CLAIRE)));
    assertThat(results).filteredOn(result -> result instanceof HoldResult.Held).hasSize(1);
    assertThat(results).filteredOn(new HoldResult.AlreadyTaken(0)::equals).hasSize(49);
  }

  @Test
  void fiveThousandContendersOnAHundredPlacesMakeAHundredWinners() throws Exception {
    PlaceBoard board = built(LONG, figures(LILAS, 100, 0, 1));
    List<HoldResult> results = race(5_000, () -> board.hold(wish(LILAS, 1, CLAIRE)));
    assertThat(results).filteredOn(result -> result instanceof HoldResult.Held).hasSize(100);
    assertThat(shown(board, LILAS).held()).isEqualTo(100);
    assertThat(board.picture().orElseThrow().holds()).hasSize(100);
  }

  static <T> List<T> race(int runners, Callable<T> run) throws Exception {
    try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        all.add(run);
      }
      for (Future<T> result : agents.invokeAll(all)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
