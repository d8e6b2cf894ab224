package org.hotline115.callflow.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.person.MergeId;
import org.hotline115.callflow.person.Person;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.PersonKit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes and goes, on a real PostgreSQL: one household of a person at a time, nothing lost. */
class HouseholdIT extends PersonKit {

  private static final int STEPS = 60;
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final Composition MOTHER_AND_CHILD =
      new Composition(HouseholdType.WOMAN_WITH_CHILD, 1, 1, 1, Pets.NONE);

  private final HouseholdFeature households = new HouseholdFeature(database, audit, clock, feature);

  @BeforeEach
  void agents() {
    for (String account : List.of("sophie SUPERVISOR", "karim LISTENER", "lilas PLACE_MANAGER")) {
      String[] words = account.split(" ");
      database.with(handle ->
          handle.execute(
              "INSERT INTO account (agent, display_name, role, password_hash, created_at, changed_at)"
                  + " VALUES (?, ?, ?, '$argon2id$none', now(), now())",
              words[0],
              words[0],
              words[1]));
    }
  }

  @Test
  void aFamilyComesTogetherAndWhoLeavesIsRemembered() {
    Contact contact = atTheCounter();
    Person awa = met(contact, named("Awa", "Ba", 1994));
    Person child = met(atTheCounter(), named("Sira", "Ba", 2024));

    Household started = household(start(awa, FIRST, contact));
    assertThat(started.composition()).isEqualTo(MOTHER_AND_CHILD);
    MemberId memberId = new MemberId(UUID.randomUUID());
    Household both = household(join(memberId, child, Role.CHILD, FIRST.plusDays(2), awa, contact));
    assertThat(both.members()).extracting(Member::role).containsExactly(Role.HEAD, Role.CHILD);
    assertThat(household(join(memberId, child, Role.CHILD, FIRST.plusDays(2), awa, contact)))
        .as("the same click again")
        .isEqualTo(both);

    Household left =
        household(
            households
                .keepHousehold()
                .leave(memberId, FIRST.plusDays(9), awa.personId(), during(contact), claire));

    assertThat(left.members()).extracting(Member::role).containsExactly(Role.HEAD);
    assertThat(left.former())
        .singleElement()
        .satisfies(former -> {
          assertThat(former.person().details().firstName()).isEqualTo("Sira");
          assertThat(former.from()).isEqualTo(FIRST.plusDays(2));
          assertThat(former.to()).isEqualTo(FIRST.plusDays(9));
        });
    assertThat(file(child, contact).household()).isNull();
    assertThat(file(child, contact).earlier())
        .extracting(HouseholdFile.Earlier::householdId)
        .containsExactly(started.householdId());
    assertThat(trail())
        .filteredOn(action -> !action.equals("HOUSEHOLD_OPENED"))
        .containsExactly("HOUSEHOLD_JOINED", "HOUSEHOLD_JOINED", "HOUSEHOLD_LEFT");
  }

  @Test
  void whoJoinsAnotherHouseholdLeavesTheFirstOnTheSameDay() {
    Contact contact = atTheCounter();
    Person awa = met(contact, named("Awa", "Ba", 1994));
    Person fatou = met(atTheCounter(), named("Fatou", "Sow", 1990));
    start(awa, FIRST, contact);
    start(fatou, FIRST, contact);

    join(newMember(), awa, Role.UNRELATED, FIRST.plusDays(5), fatou, contact);

    HouseholdFile moved = file(awa, contact);
    assertThat(moved.household()).isEqualTo(file(fatou, contact).household());
    assertThat(moved.earlier())
        .singleElement()
        .satisfies(earlier -> assertThat(earlier.to()).isEqualTo(FIRST.plusDays(5)));
    assertThat(join(newMember(), awa, Role.PARTNER, FIRST.plusDays(4), fatou, contact))
        .as("before they came to the one they are in")
        .isEqualTo(new HouseholdResult.TooEarly());
  }

  @Test
  void aMergeMovesNobodyAndUndoingItIsAsBefore() {
    Contact contact = atTheCounter();
    Person awa = met(contact, named("Awa", "Ba", 1994));
    Person hawa = met(atTheCounter(), named("Hawa", "Ba", 1994));
    Person fatou = met(atTheCounter(), named("Fatou", "Sow", 1990));
    start(awa, FIRST, contact);
    start(fatou, FIRST, contact);
    join(newMember(), hawa, Role.UNRELATED, FIRST.plusDays(3), fatou, contact);
    List<HouseholdFile> before = List.of(file(awa, contact), file(hawa, contact));

    MergeId merge = new MergeId(UUID.randomUUID());
    noted(
        feature
            .mergePersons()
            .merge(merge, awa.personId(), hawa.personId(), during(contact), claire));
    assertThat(file(awa, contact).household())
        .as("the one that was joined last")
        .isEqualTo(file(fatou, contact).household());
    assertThat(file(fatou, contact).household().members())
        .extracting(member -> member.person().personId())
        .containsExactly(fatou.personId(), awa.personId());

    noted(feature.mergePersons().undo(merge, awa.personId(), during(contact), claire));
    assertThat(List.of(file(awa, contact), file(hawa, contact))).isEqualTo(before);
  }

  @Test
  void aHouseholdHasOneReferentAtATimeWhomThePersonsAgreedTo() {
    Contact contact = atTheCounter();
    Person awa = met(contact, named("Awa", "Ba", 1994));
    start(awa, FIRST, contact);
    ReferentId first = new ReferentId(UUID.randomUUID());
    assertThat(household(name(first, "sophie", awa, contact)).referent().agent().value())
        .isEqualTo("sophie");
    assertThat(household(name(first, "sophie", awa, contact)).referent().referentId())
        .isEqualTo(first);

    name(new ReferentId(UUID.randomUUID()), "karim", awa, contact);

    assertThat(file(awa, contact).household().referent().agent().value()).isEqualTo("karim");
    assertThat(name(new ReferentId(UUID.randomUUID()), "lilas", awa, contact))
        .isEqualTo(new HouseholdResult.NoSuchAgent());
    Household ended =
        household(
            households
                .keepHousehold()
                .endReferent(Referent.End.PERSON_WISHES, awa.personId(), during(contact), claire));
    assertThat(ended.referent()).isNull();
    assertThat(
            strings("SELECT agent || ' ' || reason_end FROM referent_assignment ORDER BY from_at"))
        .containsExactly("sophie REPLACED", "karim PERSON_WISHES");
  }

  @Test
  void nobodyLooksOrWritesWithoutAPurposeAndASecondSaverIsTold() {
    Contact contact = atTheCounter();
    Person awa = met(contact, named("Awa", "Ba", 1994));
    Household started = household(start(awa, FIRST, contact));
    Composition two = new Composition(HouseholdType.WOMAN_WITH_CHILD, 1, 2, 1, Pets.DOG);

    assertThat(households.openHousehold().open(awa.personId(), during(contact), karim))
        .isEqualTo(new HouseholdResult.NoPurpose());
    assertThat(
            households
                .keepHousehold()
                .leave(
                    started.members().getFirst().memberId(),
                    FIRST,
                    awa.personId(),
                    during(contact),
                    karim))
        .isEqualTo(new HouseholdResult.NoPurpose());
    assertThat(household(change(1, two, awa, contact)).version()).isEqualTo(2);
    assertThat(household(change(1, two, awa, contact)).version()).as("again").isEqualTo(2);
    assertThat(change(1, MOTHER_AND_CHILD, awa, contact))
        .isInstanceOf(HouseholdResult.ChangedElsewhere.class);
    assertThat(
            households
                .openHousehold()
                .open(new PersonId(UUID.randomUUID()), during(contact), claire))
        .isEqualTo(new HouseholdResult.NothingThere());
  }

  @Test
  void twoAgentsWhoPutOnePersonIntoTwoHouseholdsPutThemIntoOne() throws Exception {
    Contact contact = atTheCounter();
    for (int round = 0; round < 10; round++) {
      Person awa = met(atTheCounter(), named("Awa", "Ba", 1994));
      List<Person> heads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Person head = met(atTheCounter(), named("Fatou", "Sow", 1990));
        start(head, FIRST, contact);
        heads.add(head);
      }
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<HouseholdResult>> joins = new ArrayList<>();
        for (Person head : heads) {
          joins.add(() -> join(newMember(), awa, Role.CHILD, FIRST, head, contact));
        }
        for (Future<HouseholdResult> joined : threads.invokeAll(joins)) {
          assertThat(joined.get()).isInstanceOf(HouseholdResult.Noted.class);
        }
      }
      assertThat(
              heads.stream().filter(head -> file(head, contact).household().members().size() == 2))
          .hasSize(1);
      assertThat(file(awa, contact).earlier()).hasSize(3);
    }
  }

  /** Against a model: whoever comes and goes, each is in the one they joined last, or in none. */
  @ParameterizedTest
  @ValueSource(longs = {1, 115, 20261127})
  void anyComingsAndGoingsAgreeWithTheModel(long seed) {
    Random random = new Random(seed);
    Contact contact = atTheCounter();
    List<Person> heads = new ArrayList<>();
    List<Person> all = new ArrayList<>();
    Map<PersonId, HouseholdId> model = new HashMap<>();
    for (int i = 0; i < 3; i++) {
      Person head = met(atTheCounter(), named("Fatou", "Sow" + i, 1990));
      model.put(head.personId(), household(start(head, FIRST, contact)).householdId());
      heads.add(head);
    }
    for (int i = 0; i < 4; i++) {
      all.add(met(atTheCounter(), named("Awa", "Ba" + i, 1994)));
    }
    for (int step = 0; step < STEPS; step++) {
      LocalDate day = FIRST.plusDays(step / 3);
      Person person = all.get(random.nextInt(all.size()));
      Household now = file(person, contact).household();
      if (now != null && random.nextInt(3) == 0) {
        MemberId id =
            now.members().stream()
                .filter(member -> member.person().personId().equals(person.personId()))
                .map(Member::memberId)
                .findFirst()
                .orElseThrow();
        noted(
            households.keepHousehold().leave(id, day, person.personId(), during(contact), claire));
        model.remove(person.personId());
      } else {
        Person head = heads.get(random.nextInt(heads.size()));
        household(join(newMember(), person, Role.CHILD, day, head, contact));
        model.put(person.personId(), model.get(head.personId()));
      }
      for (Person each : all) {
        Household is = file(each, contact).household();
        assertThat(is == null ? null : is.householdId())
            .as("seed %d, step %d", seed, step)
            .isEqualTo(model.get(each.personId()));
      }
    }
  }

  private HouseholdResult start(Person head, LocalDate from, Contact contact) {
    return households
        .keepHousehold()
        .start(
            new HouseholdId(UUID.randomUUID()),
            MOTHER_AND_CHILD,
            new KeepHousehold.Arrival(newMember(), Role.HEAD, from),
            head.personId(),
            during(contact),
            claire);
  }

  private HouseholdResult join(
      MemberId id, Person other, Role role, LocalDate from, Person head, Contact contact) {
    return households
        .keepHousehold()
        .join(
            other.personId(),
            new KeepHousehold.Arrival(id, role, from),
            head.personId(),
            during(contact),
            claire);
  }

  private HouseholdResult change(
      int version, Composition composition, Person person, Contact contact) {
    return households
        .keepHousehold()
        .change(version, composition, person.personId(), during(contact), claire);
  }

  private HouseholdResult name(ReferentId id, String agent, Person person, Contact contact) {
    return households
        .keepHousehold()
        .nameReferent(id, new AgentId(agent), person.personId(), during(contact), claire);
  }

  private HouseholdFile file(Person person, Contact contact) {
    return noted(households.openHousehold().open(person.personId(), during(contact), claire));
  }

  private static Household household(HouseholdResult result) {
    return noted(result).household();
  }

  private static HouseholdFile noted(HouseholdResult result) {
    if (result instanceof HouseholdResult.Noted(HouseholdFile file)) {
      return file;
    }
    throw new AssertionError(result);
  }

  private static MemberId newMember() {
    return new MemberId(UUID.randomUUID());
  }

  private List<String> trail() {
    return strings("SELECT action FROM audit_event WHERE action LIKE 'HOUSEHOLD%' ORDER BY seq");
  }

  private List<String> strings(String query) {
    return database.with(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
