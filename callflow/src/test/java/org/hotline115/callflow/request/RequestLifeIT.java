package org.hotline115.callflow.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.request.RequestSamples.contact;
import static org.hotline115.callflow.request.RequestSamples.household;
import static org.hotline115.callflow.request.RequestSamples.man;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
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
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.PlacementId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request of a household a night, decided by people, carried on when nobody found anything. */
class RequestLifeIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final CallerKey KEY = new CallerKey("a".repeat(64));

  private BoardHouse house;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(1, 4), PlaceBoard.HoldTimes.DEFAULT);
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private ContactId calls(@Nullable CallerKey key) {
    ContactId contact = contact();
    house.facts.put(contact, man(contact, key, Pets.NONE));
    return contact;
  }

  private ShelterRequest asks(ContactId contact) {
    return house.requests.openRequest().run(contact).orElseThrow();
  }

  private DecideResult decides(ContactId contact, Decision decision) {
    return house.requests.decideRequest().run(contact, decision, CLAIRE);
  }

  private ShelterRequest tonightOf(ContactId contact) {
    return house.requests.readRequests().tonightOf(contact).orElseThrow();
  }

  private RequestFeature tomorrow() {
    return new RequestFeature(
        new RequestFeature.Ground(
            house.records,
            new JdbcAuditTrail(house.records),
            PlaceSamples.HERAULT,
            new SimpleMeterRegistry(),
            InstantSource.offset(InstantSource.system(), Duration.ofHours(24)),
            BoardHouse.PARIS),
        house.board,
        house.placements,
        house::factsOf);
  }

  private Hold held(ContactId contact) {
    HoldId holdId = new HoldId(UUID.randomUUID());
    return ((HoldResult.Held)
            house
                .board
                .holdPlaces()
                .run(
                    new HoldPlaces.Wish(
                        holdId, new PlaceGroupId("group-00000"), 1, CLAIRE, null, contact)))
        .hold();
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
  void aSecondCallOfTheSameHouseholdUpdatesTheOneRequest() {
    ShelterRequest first = asks(calls(KEY));
    ContactId again = contact();
    house.facts.put(again, man(again, KEY, Pets.DOG));

    ShelterRequest second = asks(again);

    assertThat(second.requestId()).isEqualTo(first.requestId());
    assertThat(second.fileCode()).isEqualTo(first.fileCode());
    assertThat(second.pets()).isEqualTo(Pets.DOG);
    assertThat(second.contactId()).as("the last one leads").isEqualTo(again);
    asks(first.contactId());
    assertThat(tonightOf(again).pets()).as("an older form does not overwrite").isEqualTo(Pets.DOG);
  }

  @Test
  void aFormThatSaysNothingYetOverwritesNothing() {
    ContactId first = contact();
    house.facts.put(first, man(first, KEY, Pets.DOG));
    asks(first);
    ContactId again = contact();
    house.facts.put(
        again,
        new ContactFacts(again, KEY, KEY, Household.ANYBODY.from("34172"), "34172", Set.of()));

    assertThat(asks(again).pets()).isEqualTo(Pets.DOG);
  }

  @Test
  void twentyCallsAtTheSameMomentAreOneRequest() throws Exception {
    List<Callable<ShelterRequest>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ContactId contact = calls(KEY);
      calls.add(() -> asks(contact));
      calls.add(() -> asks(contact));
    }

    List<ShelterRequest> requests = atOnce(calls);

    assertThat(requests)
        .extracting(ShelterRequest::requestId)
        .containsOnly(requests.getFirst().requestId());
    assertThat(house.count("SELECT count(*) FROM shelter_request")).isEqualTo(1);
    assertThat(house.count("SELECT count(*) FROM request_contact")).isEqualTo(20);
  }

  @Test
  void whoGaveNoNumberAsksApartAndIsFoundByTheCode() {
    ShelterRequest one = asks(calls(null));
    ShelterRequest other = asks(calls(null));
    ContactId again = calls(null);
    ShelterRequest own = asks(again);

    ShelterRequest joined =
        house.requests.joinRequest().run(again, one.fileCode(), CLAIRE).orElseThrow();

    assertThat(one.requestId()).isNotEqualTo(other.requestId());
    assertThat(joined.requestId()).isEqualTo(one.requestId());
    assertThat(house.count("SELECT count(*) FROM shelter_request WHERE status = 'CANCELLED'"))
        .as("the request of this call was the same")
        .isEqualTo(1);
    assertThat(own.requestId()).isNotEqualTo(joined.requestId());
    assertThat(house.requests.joinRequest().run(again, new FileCode("Z9Z9"), CLAIRE)).isEmpty();
  }

  @Test
  void aReasonIsGivenWithWhatMadePlacesUnfit() {
    ContactId contact = calls(KEY);

    decides(
        contact,
        new Decision.Unmet(UnmetReason.NO_COMPATIBLE_PLACE, Set.of(UnmetSubReason.PET), true));

    ShelterRequest request = tonightOf(contact);
    assertThat(request.status()).isEqualTo(RequestStatus.UNMET);
    assertThat(request.unmetSubReasons()).containsExactly(UnmetSubReason.PET);
    assertThat(request.keepOpen()).isTrue();
    assertThat(house.count("SELECT count(*) FROM audit_event WHERE action = 'REQUEST_UNMET'"))
        .isEqualTo(1);
    assertThatThrownBy(
            () -> new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(UnmetSubReason.PET), false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anUnmetRequestIsMetByAPlaceThatIsFoundLater() {
    ContactId contact = calls(KEY);
    decides(contact, new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(), true));
    Hold hold = held(contact);

    house.requests.confirmHold().run(hold.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE);

    assertThat(tonightOf(contact).status()).isEqualTo(RequestStatus.MET);
    assertThat(decides(contact, new Decision.SearchGoesOn(false)))
        .isInstanceOf(DecideResult.Over.class);
  }

  @Test
  void whoWishedToStayOpenAsksForTheNextNightOnceWithSeveralGateways() throws Exception {
    Household needs =
        new Household(
            2,
            HouseholdType.WOMAN_WITH_CHILD,
            Pets.CAT,
            new Ages(1, 1, 2, 31),
            new Wishes(true, true, true, 1, null, 45));
    ContactId kept = contact();
    house.facts.put(kept, household(kept, needs));
    asks(kept);
    ContactId keptAndUndecided = calls(KEY);
    ContactId notKept = calls(null);
    decides(kept, new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(), true));
    decides(keptAndUndecided, new Decision.SearchGoesOn(true));
    decides(notKept, new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(), false));
    ShelterRequest before = tonightOf(kept);
    RequestFeature next = tomorrow();
    List<Callable<Integer>> gateways = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      gateways.add(() -> tomorrow().turnNight().run());
    }

    int carried = atOnce(gateways).stream().mapToInt(Integer::intValue).sum();

    assertThat(carried).isEqualTo(2);
    ShelterRequest after = next.readRequests().tonightOf(kept).orElseThrow();
    assertThat(after.requestId()).isNotEqualTo(before.requestId());
    assertThat(after.status()).isEqualTo(RequestStatus.OPEN);
    assertThat(before.household()).isEqualTo(needs);
    assertThat(after.household()).as("what they need goes on with them").isEqualTo(needs);
    assertThat(after.nightsWithout()).isEqualTo(1);
    assertThat(after.waitingSince()).isEqualTo(before.waitingSince());
    assertThat(after.fileCode())
        .as("the code said aloud stays theirs")
        .isEqualTo(before.fileCode());
    assertThat(next.readRequests().waiting()).hasSize(2);
    assertThat(next.readRequests().tonightOf(notKept)).isEmpty();
    assertThat(
            house.count(
                "SELECT count(*) FROM shelter_request WHERE status = 'UNDECIDED_AT_CUTOFF'"))
        .isEqualTo(1);
    assertThat(next.turnNight().run()).isZero();
  }

  @Test
  void whoCallsBeforeTheNightWasTurnedGoesOnWithTheSameWaiting() {
    ContactId yesterday = calls(KEY);
    decides(yesterday, new Decision.Unmet(UnmetReason.NO_PLACE, Set.of(), true));
    ShelterRequest before = tonightOf(yesterday);
    ContactId today = calls(KEY);
    RequestFeature next = tomorrow();

    ShelterRequest after = next.openRequest().run(today).orElseThrow();

    assertThat(after.nightsWithout()).isEqualTo(1);
    assertThat(after.waitingSince()).isEqualTo(before.waitingSince());
    assertThat(next.turnNight().run()).as("it went on already").isZero();
  }
}
