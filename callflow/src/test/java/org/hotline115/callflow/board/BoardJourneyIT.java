package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;
import static org.hotline115.callflow.board.BoardSamples.KARIM;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.request.DecideRequest;
import org.hotline115.callflow.request.DecideResult;
import org.hotline115.callflow.request.Decision;
import org.hotline115.callflow.request.RefusalReason;
import org.hotline115.callflow.request.RefuseResult;
import org.hotline115.callflow.request.UnmetReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hold's way from the first click to a met request, as agents and shelters see it. */
class BoardJourneyIT {

  private static final String GROUP = "group-00000";

  private BoardHouse house;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(2, 4), PlaceBoard.HoldTimes.DEFAULT);
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private GroupView group() {
    return house.board.readBoard().group(new PlaceGroupId(GROUP), Household.ANYBODY).orElseThrow();
  }

  private String requestStatus(Hold hold) {
    return house.records.with(handle ->
        handle
            .createQuery("SELECT status FROM shelter_request WHERE contact_id = :id")
            .bind("id", hold.contactId().value())
            .mapTo(String.class)
            .findOne()
            .orElse("none"));
  }

  @Test
  void aHeldOfferedAndAcceptedPlaceMeetsTheRequest() {
    Hold hold = house.held(GROUP, 2);
    assertThat(group().free()).isEqualTo(2);
    await("the search is on record", () -> requestStatus(hold).equals("SEARCHING"));
    house.requests.offerHold().run(hold.holdId(), CLAIRE);
    assertThat(requestStatus(hold)).isEqualTo("OFFERED");
    PlacementId placement = new PlacementId(UUID.randomUUID());

    ConfirmResult result = house.requests.confirmHold().run(hold.holdId(), placement, CLAIRE);

    ConfirmResult.Confirmed confirmed = (ConfirmResult.Confirmed) result;
    assertThat(confirmed.placement().placementId()).isEqualTo(placement);
    assertThat(confirmed.placement().arriveBefore()).isAfter(Instant.now());
    assertThat(requestStatus(hold)).isEqualTo("MET");
    assertThat(group().occupied()).isEqualTo(2);
    assertThat(group().held()).isZero();
    assertThat(house.board.readBoard().holdsOf(CLAIRE)).isEmpty();
    assertThat(house.count("SELECT count(*) FROM proposal WHERE answer = 'ACCEPTED'")).isEqualTo(1);
    assertThat(house.requests.confirmHold().run(hold.holdId(), placement, CLAIRE))
        .isEqualTo(result);
  }

  @Test
  void aRefusedOfferFreesThePlaceAndKeepsTheReason() {
    Hold hold = house.held(GROUP, 2);
    house.requests.offerHold().run(hold.holdId(), CLAIRE);
    assertThat(house.requests.refuseOffer().run(hold.holdId(), KARIM, RefusalReason.TOO_FAR))
        .isEqualTo(new RefuseResult.NotYours());

    RefuseResult result =
        house.requests.refuseOffer().run(hold.holdId(), CLAIRE, RefusalReason.SEPARATION);

    assertThat(result).isEqualTo(new RefuseResult.Refused());
    assertThat(group().free()).isEqualTo(4);
    assertThat(requestStatus(hold)).isEqualTo("SEARCHING");
    assertThat(house.count("SELECT count(*) FROM proposal WHERE refusal_reason = 'SEPARATION'"))
        .isEqualTo(1);
  }

  @Test
  void aHoldEndsWhenTheCallerHangsUp() {
    CallId call = new CallId("hotline1-7.1");
    house.hold(GROUP, 2, CLAIRE, call);
    house.hold(GROUP, 1, KARIM, new CallId("hotline1-8.1"));

    assertThat(house.board.releaseHoldsOfCall().run(call)).isEqualTo(1);

    assertThat(group().held()).isEqualTo(1);
  }

  @Test
  void aPromisedPlaceStaysWhenTheCallerHangsUp() {
    CallId call = new CallId("hotline1-7.1");
    HoldResult.Held held = (HoldResult.Held) house.hold(GROUP, 2, CLAIRE, call);
    house
        .requests
        .confirmHold()
        .run(held.hold().holdId(), new PlacementId(UUID.randomUUID()), CLAIRE);
    assertThat(house.board.releaseHoldsOfCall().run(call)).isZero();
    assertThat(group().occupied()).isEqualTo(2);
  }

  @Test
  void aRequestThatGotNothingSaysWhy() {
    Hold hold = house.held(GROUP, 1);
    await("the search is on record", () -> requestStatus(hold).equals("SEARCHING"));
    DecideRequest decide = house.requests.decideRequest();
    assertThat(
            decide.run(
                hold.contactId(),
                new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(), false),
                CLAIRE))
        .isInstanceOf(DecideResult.Decided.class);
    assertThat(requestStatus(hold)).isEqualTo("UNMET");
    decide.run(hold.contactId(), new Decision.SearchGoesOn(true), CLAIRE);
    assertThat(requestStatus(hold)).isEqualTo("SEARCHING");
  }

  @Test
  void aSupervisorReleasesAnybodysHoldAnAgentOnlyItsOwn() {
    Hold hold = house.held(GROUP, 1);
    assertThat(house.board.releaseHold().run(hold.holdId(), KARIM, Role.LISTENER))
        .isInstanceOf(HoldAnswer.NotYours.class);
    assertThat(house.board.releaseHold().run(hold.holdId(), KARIM, Role.SUPERVISOR))
        .isInstanceOf(HoldAnswer.Ended.class);
  }

  @Test
  void aTellingCountsOnceAndNeverOverwritesANewerOne() {
    PlaceGroupId id = new PlaceGroupId(GROUP);
    SetFreePlaces setFree = house.board.setFreePlaces();
    Telling three = new Telling(UUID.randomUUID(), id, 3, "veilleur", UpdateSource.LINK);
    setFree.run(three);
    setFree.run(id, 1, "veilleur", UpdateSource.LINK);

    TellResult again = setFree.run(three);
    TellResult other = setFree.run(new Telling(three.id(), id, 2, "veilleur", UpdateSource.LINK));

    assertThat(again)
        .isInstanceOfSatisfying(
            TellResult.Told.class, told -> assertThat(told.state().available()).isEqualTo(1));
    assertThat(other).isEqualTo(new TellResult.OtherTelling());
    await("the newer figure stays", () -> group().free() == 1);
  }

  @Test
  void aRefusedTellingMayBeSaidRight() {
    PlaceGroupId id = new PlaceGroupId(GROUP);
    UUID tellId = UUID.randomUUID();
    SetFreePlaces setFree = house.board.setFreePlaces();
    TellResult refused = setFree.run(new Telling(tellId, id, 40, "veilleur", UpdateSource.SMS));

    TellResult right = setFree.run(new Telling(tellId, id, 4, "veilleur", UpdateSource.SMS));

    assertThat(refused).isEqualTo(new TellResult.TooMany(4));
    assertThat(right).isInstanceOf(TellResult.Told.class);
  }

  @Test
  void aShelterSaysHowManyAreFreeAndPromisesStay() {
    Hold promised = house.held(GROUP, 1);
    house.requests.confirmHold().run(promised.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE);
    Hold held = house.held(GROUP, 1);
    PlaceGroupId id = new PlaceGroupId(GROUP);
    SetFreePlaces setFree = house.board.setFreePlaces();

    assertThat(setFree.run(id, 4, "veilleur", UpdateSource.SMS))
        .isInstanceOf(TellResult.Told.class);
    assertThat(group().occupied()).as("what was promised tonight").isEqualTo(1);
    assertThat(group().free()).as("3 that are free, 1 of them held").isEqualTo(2);
    assertThat(group().updatedBy()).isEqualTo("veilleur");
    assertThat(group().source()).isEqualTo(UpdateSource.SMS);
    assertThat(setFree.run(id, 5, "veilleur", UpdateSource.WEB))
        .isEqualTo(new TellResult.TooMany(4));
    assertThat(setFree.run(new PlaceGroupId("nowhere"), 1, "veilleur", UpdateSource.WEB))
        .isEqualTo(new TellResult.NoSuchGroup());

    setFree.run(id, 0, "veilleur", UpdateSource.WEB);
    assertThat(group().free()).isZero();
    await("the agent sees the hold taken back", () -> house.board.readBoard().holds().isEmpty());
    assertThat(
            house
                .requests
                .confirmHold()
                .run(held.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE))
        .isEqualTo(new ConfirmResult.Expired());
  }

  @Test
  void anExpiredHoldDisappearsFromEveryScreenByItself() {
    try (BoardHouse hurried =
        new BoardHouse(
            PlaceSamples.groups(1, 4),
            new PlaceBoard.HoldTimes(
                Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofSeconds(1)))) {
      Hold hold = hurried.held(GROUP, 2);
      await("the place is free again", () -> hurried.view().groups().getFirst().free() == 4);
      await(
          "it is on record",
          () ->
              hurried.count(
                      "SELECT count(*) FROM place_hold WHERE status = 'EXPIRED' AND hold_id = '"
                          + hold.holdId()
                          + "'")
                  == 1);
    }
  }

  @Test
  void twoGatewaysSeeEachOthersHoldsInOrderAndWithoutGap() {
    List<BoardChange> seen = new CopyOnWriteArrayList<>();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (BoardFeature second =
        BoardHouse.feature(
            house.database,
            house.redis,
            PlaceBoard.HoldTimes.DEFAULT,
            meters,
            InstantSource.system())) {
      second.subscribe(
          new BoardListener() {
            @Override
            public void boardChanged(List<BoardChange> changes) {
              seen.addAll(changes);
            }

            @Override
            public void boardReset(BoardPicture picture) {}

            @Override
            public void boardTurned(BoardLight light) {}
          });
      second.start();
      await("the second is up", () -> second.readBoard().light() == BoardLight.UP);
      await("it has a picture", () -> second.readBoard().view(Household.ANYBODY).version() > 0);
      for (int i = 0; i < 50; i++) {
        Hold hold = house.held(GROUP, 1);
        house.board.releaseHold().run(hold.holdId(), CLAIRE, Role.LISTENER);
      }
      await("all is seen", () -> seen.size() >= 100);
      for (int i = 1; i < seen.size(); i++) {
        assertThat(seen.get(i).version()).isEqualTo(seen.get(i - 1).version() + 1);
      }
    }
  }
}
