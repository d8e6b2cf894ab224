package org.hotline115.callflow.freed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;
import static org.hotline115.callflow.request.RequestSamples.contact;
import static org.hotline115.callflow.request.RequestSamples.household;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.Admission;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Capacity;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Opening;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.MoveCommand;
import org.hotline115.callflow.placement.MoveSource;
import org.hotline115.callflow.placement.Placement;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.placement.PlacementMove;
import org.hotline115.callflow.priority.PriorityFeature;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.request.Decision;
import org.hotline115.callflow.request.RequestStatus;
import org.hotline115.callflow.request.ShelterRequest;
import org.hotline115.callflow.request.UnmetReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A place comes back at 22:50: whose turn is it, who takes it, and that nobody is told by a
 * machine.
 */
class FreedPlaceIT {

  private static final String GROUP = "group-00000";
  private static final AgentId CLAIRE = new AgentId("claire");

  private BoardHouse house;
  private FreedFeature freed;

  @BeforeEach
  void aFullHouse() {
    house = new BoardHouse(PlaceSamples.groups(1, 2), PlaceBoard.HoldTimes.DEFAULT);
    freed = gateway();
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private FreedFeature gateway() {
    JdbcAuditTrail audit = new JdbcAuditTrail(house.records);
    return new FreedFeature(
        new FreedFeature.Ground(
            house.records,
            audit,
            PlaceSamples.HERAULT,
            InstantSource.system(),
            new SimpleMeterRegistry()),
        house.board,
        house.search(Communes.NONE),
        house.requests,
        new PriorityFeature(
                new PriorityFeature.Ground(
                    house.records, audit, PlaceSamples.HERAULT, InstantSource.system(), List.of()))
            .rules());
  }

  private Placement promised() {
    Hold hold = house.held(GROUP, 2);
    return ((ConfirmResult.Confirmed)
            house
                .requests
                .confirmHold()
                .run(hold.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE))
        .placement();
  }

  private void say(Placement placement, PlacementMove move) {
    house
        .placements
        .movePlacement()
        .run(
            new MoveCommand(
                UUID.randomUUID(), placement.placementId(), move, MoveSource.COORDINATOR, "nadia"));
  }

  private ShelterRequest gotNothing(Pets pets) {
    return gotNothing(new Household(1, HouseholdType.MAN_ALONE, pets));
  }

  private ShelterRequest gotNothing(Household household) {
    ContactId contact = contact();
    house.facts.put(contact, household(contact, household));
    house
        .requests
        .decideRequest()
        .run(contact, new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(), true), CLAIRE);
    return house.requests.readRequests().tonightOf(contact).orElseThrow();
  }

  private ShelterRequest gotNothing(Ages ages, Wishes wishes) {
    return gotNothing(new Household(1, HouseholdType.WOMAN_ALONE, Pets.NONE, ages, wishes));
  }

  private ReadFreedPlaces.Freed only() {
    List<ReadFreedPlaces.Freed> open = freed.readFreedPlaces().open();
    assertThat(open).hasSize(1);
    return open.getFirst();
  }

  private FreedPlace.Status status() {
    return only().place().status();
  }

  @Test
  void theFirstWhoFitsIsProposedAndNothingIsSent() {
    Placement placement = promised();
    gotNothing(Pets.DOG);
    ShelterRequest first = gotNothing(Pets.NONE);
    gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());

    freed.proposeFreedPlaces().run();

    ReadFreedPlaces.Freed proposed = only();
    assertThat(proposed.place().status()).isEqualTo(FreedPlace.Status.PROPOSED);
    assertThat(proposed.turn().request().requestId()).isEqualTo(first.requestId());
    assertThat(proposed.turn().why().waitingSince()).isEqualTo(first.waitingSince());
    assertThat(house.view().groups().getFirst().held()).as("nothing is held by it").isZero();
    assertThat(house.count("SELECT count(*) FROM message")).as("nothing is sent by it").isZero();
    assertThat(freed.proposeFreedPlaces().run()).as("it does not jump").isZero();
  }

  @Test
  void whoNeedsWhatThePlaceHasNotIsPassedOverAsInTheSearch() {
    house.close();
    PlaceGroup stairs =
        PlaceSamples.group(
            PlaceSamples.group(GROUP, 2),
            Capacity.dormitory(2),
            new Admission(GenderRule.MIXED, Set.of(), 25, null, PetsAllowed.NONE, Access.NO),
            Opening.until(LocalTime.of(20, 30)));
    house = new BoardHouse(List.of(stairs), PlaceBoard.HoldTimes.DEFAULT);
    freed = gateway();
    Placement placement = promised();
    gotNothing(Ages.UNKNOWN, new Wishes(true, false, false, 0, null, null));
    gotNothing(Ages.UNKNOWN, new Wishes(false, false, true, 0, null, null));
    gotNothing(Ages.UNKNOWN, new Wishes(false, false, false, 1, null, null));
    gotNothing(new Ages(0, 0, 19, null), Wishes.NONE);
    gotNothing(new Household(3, HouseholdType.ADULT_GROUP, Pets.NONE));
    ShelterRequest fitting = gotNothing(new Ages(0, 0, 30, 30), Wishes.NONE);
    say(placement, new PlacementMove.DidNotCome());

    freed.proposeFreedPlaces().run();

    assertThat(only().turn().request().requestId()).isEqualTo(fitting.requestId());
    assertThat(freed.readFreedPlaces().waiting()).as("they go on waiting").hasSize(6);
  }

  /** The last minute of any night is still to come, its first one has always passed. */
  @ParameterizedTest
  @CsvSource({"05:59,", "06:00,06:00"})
  void aDoorThatHasClosedIsSaidAndLeftToTheAgent(LocalTime until, LocalTime closedAt) {
    house.close();
    PlaceGroup group =
        PlaceSamples.group(
            PlaceSamples.group(GROUP, 2),
            Capacity.dormitory(2),
            PlaceSamples.EVERYBODY,
            Opening.until(until));
    house = new BoardHouse(List.of(group), PlaceBoard.HoldTimes.DEFAULT);
    freed = gateway();
    Placement placement = promised();
    ShelterRequest waits = gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());

    freed.proposeFreedPlaces().run();

    assertThat(only().turn().request().requestId()).isEqualTo(waits.requestId());
    assertThat(only().doorClosedAt()).isEqualTo(closedAt);
  }

  @Test
  void ofSixteenAgentsOneTakesItAndTheNightIsGivenAgain() throws Exception {
    Placement placement = promised();
    ShelterRequest request = gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());
    freed.proposeFreedPlaces().run();
    FreedId freedId = only().place().freedId();
    List<Callable<TakeResult>> agents = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      AgentId agent = new AgentId("agent-" + i);
      HoldId holdId = new HoldId(UUID.randomUUID());
      agents.add(() -> gateway().takeFreedPlace().run(freedId, holdId, agent));
      agents.add(() -> gateway().takeFreedPlace().run(freedId, holdId, agent));
    }

    List<TakeResult> results = atOnce(agents);

    List<TakeResult.Taken> taken =
        results.stream()
            .filter(TakeResult.Taken.class::isInstance)
            .map(TakeResult.Taken.class::cast)
            .toList();
    assertThat(taken).hasSize(2).extracting(each -> each.hold().holdId()).hasSize(2);
    assertThat(taken.getFirst().hold().holdId()).isEqualTo(taken.getLast().hold().holdId());
    assertThat(house.view().groups().getFirst().held()).isEqualTo(1);
    Hold hold = taken.getFirst().hold();
    house
        .requests
        .confirmHold()
        .run(hold.holdId(), new PlacementId(UUID.randomUUID()), hold.agent());
    freed.proposeFreedPlaces().run();
    assertThat(freed.readFreedPlaces().open()).isEmpty();
    assertThat(house.requests.readRequests().find(request.requestId()).orElseThrow().status())
        .isEqualTo(RequestStatus.MET);
  }

  private <T> List<T> atOnce(List<Callable<T>> jobs) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(jobs)) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Test
  void aHoldThatIsGivenUpGivesTheTurnBack() {
    Placement placement = promised();
    gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());
    freed.proposeFreedPlaces().run();
    TakeResult.Taken taken =
        (TakeResult.Taken)
            freed
                .takeFreedPlace()
                .run(only().place().freedId(), new HoldId(UUID.randomUUID()), CLAIRE);
    freed.proposeFreedPlaces().run();
    assertThat(status()).isEqualTo(FreedPlace.Status.TAKEN);
    house.board.pinnedHolds().release(taken.hold().holdId(), CLAIRE);
    house.records.with(handle ->
        handle.execute("UPDATE freed_place SET taken_at = taken_at - interval '1 minute'"));

    await(
        "it is proposed again",
        () -> {
          freed.proposeFreedPlaces().run();
          return status() == FreedPlace.Status.PROPOSED;
        });
  }

  @Test
  void whoIsNotReachedLeavesTheTurnToTheNext() {
    Placement placement = promised();
    ShelterRequest first = gotNothing(Pets.NONE);
    ShelterRequest second = gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());
    freed.proposeFreedPlaces().run();
    FreedId freedId = only().place().freedId();

    boolean passed =
        freed.passFreedPlace().run(freedId, first.requestId(), PassReason.NOT_REACHED, CLAIRE);
    freed.proposeFreedPlaces().run();

    assertThat(passed).isTrue();
    assertThat(only().turn().request().requestId()).isEqualTo(second.requestId());
    assertThat(freed.passFreedPlace().run(freedId, first.requestId(), PassReason.OTHER, CLAIRE))
        .as("it is not their turn any more")
        .isFalse();
    assertThat(freed.readFreedPlaces().waiting()).as("they go on waiting").hasSize(2);
  }

  @Test
  void twoPlacesAreProposedToTwoHouseholdsByTwoGateways() throws Exception {
    Placement placement = promised();
    gotNothing(Pets.NONE);
    gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());
    Placement again = promised();
    say(again, new PlacementMove.Cancelled());

    atOnce(
        List.<Callable<Integer>>of(
            () -> gateway().proposeFreedPlaces().run(),
            () -> gateway().proposeFreedPlaces().run()));
    freed.proposeFreedPlaces().run();

    assertThat(freed.readFreedPlaces().open())
        .hasSize(2)
        .extracting(each -> each.place().requestId())
        .doesNotHaveDuplicates()
        .doesNotContainNull();
  }

  @Test
  void whoCameAfterAllTakesTheTurnAway() {
    Placement placement = promised();
    gotNothing(Pets.NONE);
    say(placement, new PlacementMove.DidNotCome());
    freed.proposeFreedPlaces().run();

    say(placement, new PlacementMove.Arrived());

    assertThat(freed.readFreedPlaces().open()).isEmpty();
  }
}
