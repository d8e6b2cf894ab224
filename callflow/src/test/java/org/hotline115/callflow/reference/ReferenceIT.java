package org.hotline115.callflow.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.PARIS;
import static org.hotline115.callflow.request.RequestSamples.contact;
import static org.hotline115.callflow.request.RequestSamples.household;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.closure.ClosePlaces;
import org.hotline115.callflow.closure.CloseResult;
import org.hotline115.callflow.closure.ClosureFeature;
import org.hotline115.callflow.closure.ClosureId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.NeedCode;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.request.DecideResult;
import org.hotline115.callflow.request.Decision;
import org.hotline115.callflow.request.UnmetReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A house words its lists and keeps finer entries, on real records; the nation's codes stay. */
class ReferenceIT {

  private static final AgentId NADIA = new AgentId("nadia");
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final PlaceGroupId GROUP = new PlaceGroupId("group-00000");
  private static final ListEntry PEST = new ListEntry("PEST", null, "insectes", "insects", true);
  private static final ListEntry BEDBUGS =
      new ListEntry("punaises-de-lit", "PEST", "Punaises de lit", "Bedbugs", true);

  private BoardHouse house;
  private KeepLists lists;
  private ClosePlaces closePlaces;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(1, 6), PlaceBoard.HoldTimes.DEFAULT);
    JdbcAuditTrail audit = new JdbcAuditTrail(house.database);
    lists =
        new ReferenceFeature(
                house.database,
                audit,
                InstantSource.system(),
                Map.of(
                    ReferenceList.CLOSURE_REASON, ClosureReason.class,
                    ReferenceList.UNMET_REASON, UnmetReason.class,
                    ReferenceList.NEED, NeedCode.class))
            .keepLists();
    closePlaces =
        new ClosureFeature(
                new ClosureFeature.Ground(
                    house.database, audit, PlaceSamples.HERAULT, InstantSource.system(), PARIS),
                house.board)
            .closePlaces();
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private ListState state(ReferenceList list) {
    return lists.read().stream().filter(each -> each.list() == list).findFirst().orElseThrow();
  }

  private ListResult change(ReferenceList list, int version, ListEntry... wished) {
    return lists.change(list, version, List.of(wished), NADIA);
  }

  private ListState saved(ReferenceList list, ListEntry... wished) {
    return ((ListResult.Saved) change(list, state(list).version(), wished)).state();
  }

  private static ClosePlaces.Wish wish(ClosureReason reason, OwnCode own) {
    return new ClosePlaces.Wish(
        new ClosureId(UUID.randomUUID()), GROUP, 1, reason, own, null, null, "");
  }

  private DecideResult decide(UnmetReason reason, OwnCode own) {
    ContactId contact = contact();
    house.facts.put(
        contact, household(contact, new Household(1, HouseholdType.MAN_ALONE, Pets.NONE)));
    return house
        .requests
        .decideRequest()
        .run(contact, new Decision.Unmet(reason, own, Set.of(), false), CLAIRE);
  }

  private static OwnCode own(ListEntry entry) {
    return new OwnCode(entry.code());
  }

  @Test
  void aListThatNobodyChangedHasTheNationsCodesInTheirOrder() {
    ListState untouched = state(ReferenceList.CLOSURE_REASON);

    assertThat(untouched.version()).isZero();
    assertThat(untouched.entries())
        .extracting(ListEntry::code)
        .containsExactlyElementsOf(Stream.of(ClosureReason.values()).map(Enum::name).toList());
  }

  @Test
  void theHouseNamesOrdersAndHidesAndLosesNoCode() {
    ListEntry works = new ListEntry("WORKS", null, "", "", false);

    ListState changed = saved(ReferenceList.CLOSURE_REASON, PEST, BEDBUGS, works);

    assertThat(changed.version()).isEqualTo(1);
    assertThat(changed.changedBy()).isEqualTo(NADIA);
    assertThat(changed.entries()).startsWith(PEST, BEDBUGS, works).hasSize(10);
    assertThat(saved(ReferenceList.CLOSURE_REASON, works, PEST, BEDBUGS).entries())
        .startsWith(works, PEST, BEDBUGS);
    assertThat(state(ReferenceList.UNMET_REASON).version()).as("another list").isZero();
  }

  @Test
  void aFinerReasonIsRecordedBesideItsCodeAndCountsAsIt() {
    saved(ReferenceList.CLOSURE_REASON, PEST, BEDBUGS);
    ListEntry noLift = new ListEntry("sans-ascenseur", "NO_PLACE", "Sans ascenseur", "Lift", true);
    saved(ReferenceList.UNMET_REASON, noLift);

    CloseResult closed = closePlaces.run(wish(ClosureReason.PEST, own(BEDBUGS)), NADIA);
    DecideResult decided = decide(UnmetReason.NO_PLACE, own(noLift));

    assertThat(((CloseResult.Closed) closed).closure().own()).isEqualTo(own(BEDBUGS));
    assertThat(house.view().groups().getFirst().closureReason()).isEqualTo(ClosureReason.PEST);
    assertThat(((DecideResult.Decided) decided).request().ownCode()).isEqualTo(own(noLift));
    assertThat(house.count("SELECT count(*) FROM place_closure WHERE reason = 'PEST'")).isOne();
    assertThat(house.count("SELECT count(*) FROM shelter_request WHERE unmet_reason = 'NO_PLACE'"))
        .isOne();
  }

  @Test
  void whatIsOfferedBelowAnotherCodeOrNoMoreOrNowhereIsRefused() {
    saved(ReferenceList.CLOSURE_REASON, BEDBUGS);

    assertThat(closePlaces.run(wish(ClosureReason.WORKS, own(BEDBUGS)), NADIA))
        .isEqualTo(new CloseResult.NoSuchReason());
    assertThat(closePlaces.run(wish(ClosureReason.PEST, new OwnCode("rats")), NADIA))
        .isEqualTo(new CloseResult.NoSuchReason());
    assertThat(decide(UnmetReason.NO_PLACE, own(BEDBUGS)))
        .as("of another list")
        .isEqualTo(new DecideResult.NoSuchReason());
    assertThat(house.count("SELECT count(*) FROM place_closure")).isZero();
    assertThat(house.count("SELECT count(*) FROM shelter_request")).isZero();
  }

  @Test
  void whatWasUsedIsOfferedNoMoreAndNeitherDeletedNorMoved() {
    saved(ReferenceList.CLOSURE_REASON, PEST, BEDBUGS);
    ClosePlaces.Wish used = wish(ClosureReason.PEST, own(BEDBUGS));
    closePlaces.run(used, NADIA);
    int version = state(ReferenceList.CLOSURE_REASON).version();
    ListEntry moved =
        new ListEntry(BEDBUGS.code(), "SAFETY", BEDBUGS.fr(), BEDBUGS.en(), BEDBUGS.offered());
    ListEntry retired = new ListEntry(BEDBUGS.code(), "PEST", BEDBUGS.fr(), BEDBUGS.en(), false);

    assertThat(change(ReferenceList.CLOSURE_REASON, version, PEST))
        .isEqualTo(faulty(new ListFault(-1, BEDBUGS.code(), "code", ListFault.Why.IN_USE)));
    assertThat(change(ReferenceList.CLOSURE_REASON, version, PEST, moved))
        .isEqualTo(faulty(new ListFault(1, BEDBUGS.code(), "parent", ListFault.Why.IN_USE)));
    saved(ReferenceList.CLOSURE_REASON, PEST, retired);

    assertThat(closePlaces.run(wish(ClosureReason.PEST, own(BEDBUGS)), NADIA))
        .isEqualTo(new CloseResult.NoSuchReason());
    assertThat(closePlaces.run(used, NADIA))
        .as("the same click again")
        .isInstanceOf(CloseResult.Closed.class);
  }

  private static ListResult.Faulty faulty(ListFault... faults) {
    return new ListResult.Faulty(List.of(faults));
  }

  @Test
  void whatNobodyUsedIsDeleted() {
    saved(ReferenceList.CLOSURE_REASON, PEST, BEDBUGS);

    assertThat(saved(ReferenceList.CLOSURE_REASON, PEST).entries()).doesNotContain(BEDBUGS);
  }

  @Test
  void ofTwoAtOnceOneIsToldAndTheSameAgainIsSaved() throws Exception {
    List<Callable<ListResult>> both = new ArrayList<>();
    for (String words : List.of("rongeurs", "insectes")) {
      both.add(() ->
          change(
              ReferenceList.CLOSURE_REASON, 0, new ListEntry("PEST", null, words, "pests", true)));
    }
    List<ListResult> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<ListResult> each : threads.invokeAll(both)) {
        results.add(each.get());
      }
    }

    assertThat(results.stream().filter(ListResult.Saved.class::isInstance).count()).isEqualTo(1);
    assertThat(results.stream().filter(ListResult.Conflict.class::isInstance).count()).isEqualTo(1);
    ListState now = state(ReferenceList.CLOSURE_REASON);
    assertThat(now.version()).isEqualTo(1);
    assertThat(change(ReferenceList.CLOSURE_REASON, 0, now.entries().toArray(ListEntry[]::new)))
        .as("a click whose answer was lost")
        .isEqualTo(new ListResult.Saved(now));
  }

  @Test
  void eachEntryThatDiffersIsOnTheTrail() {
    saved(ReferenceList.CLOSURE_REASON, PEST, BEDBUGS);
    saved(ReferenceList.CLOSURE_REASON, BEDBUGS, PEST);
    saved(ReferenceList.CLOSURE_REASON, PEST);

    List<String> trail =
        house.database.with(handle ->
            handle
                .createQuery(
                    "SELECT actor || ' ' || action || ' ' || object_id FROM audit_event"
                        + " WHERE object_type = 'REFERENCE_LIST' ORDER BY seq")
                .mapTo(String.class)
                .list());
    assertThat(trail)
        .containsExactly(
            "nadia LIST_ENTRY_CHANGED CLOSURE_REASON/PEST",
            "nadia LIST_ENTRY_ADDED CLOSURE_REASON/punaises-de-lit",
            "nadia LIST_REORDERED CLOSURE_REASON",
            "nadia LIST_ENTRY_DELETED CLOSURE_REASON/punaises-de-lit");
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of(entry("BEDBUGS", null), "code", ListFault.Why.UNKNOWN_CODE),
        Arguments.of(entry("Punaises", "PEST"), "code", ListFault.Why.UNKNOWN_CODE),
        Arguments.of(entry("rats", "RATS"), "parent", ListFault.Why.UNKNOWN_PARENT),
        Arguments.of(
            new ListEntry("rats", "PEST", " ", "Rats", true), "fr", ListFault.Why.NO_WORDS),
        Arguments.of(
            new ListEntry("PEST", null, "x".repeat(81), "", true), "fr", ListFault.Why.TOO_LONG));
  }

  private static ListEntry entry(String code, String parent) {
    return new ListEntry(code, parent, "Mots", "Words", true);
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void aLineThatCannotBeMeantIsNamedAndNothingIsWritten(
      ListEntry wrong, String field, ListFault.Why why) {
    assertThat(change(ReferenceList.CLOSURE_REASON, 0, PEST, wrong))
        .isEqualTo(
            wrong.code().equals("PEST")
                ? faulty(
                    new ListFault(1, "PEST", "code", ListFault.Why.TWICE),
                    new ListFault(1, "PEST", field, why))
                : faulty(new ListFault(1, wrong.code(), field, why)));
    assertThat(state(ReferenceList.CLOSURE_REASON).version()).isZero();
  }

  @Test
  void aListWithoutAColumnForItTakesNoFinerEntryAndNoListMayOfferNothing() {
    ListEntry shower = entry("douche", "HYGIENE");
    ListEntry[] nothing =
        Stream.of(NeedCode.values())
            .map(code -> new ListEntry(code.name(), null, "", "", false))
            .toArray(ListEntry[]::new);

    assertThat(change(ReferenceList.NEED, 0, shower))
        .isEqualTo(faulty(new ListFault(0, "douche", "parent", ListFault.Why.NO_OWN_ENTRIES)));
    assertThat(change(ReferenceList.NEED, 0, nothing))
        .isEqualTo(
            faulty(new ListFault(0, "NIGHT_SHELTER", "offered", ListFault.Why.NOTHING_OFFERED)));
  }
}
