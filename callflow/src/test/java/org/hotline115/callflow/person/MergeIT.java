package org.hotline115.callflow.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.person.FoundPerson.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One person noted twice: suggested with the reason, merged, and taken apart exactly as before. */
class MergeIT extends PersonKit {

  private static final int STEPS = 40;

  @Test
  void whoMayBeNotedTwiceIsSuggestedWithTheReason() {
    Contact first = calling(MOBILE);
    Person mohamed = met(first, named("Mohamed", "Diallo", 1990));
    Contact second = calling(MOBILE);
    Person mouhamed = met(second, named("Mouhammed", "Dialo", 1991));
    Person sameName = met(atTheCounter(), named("Diallo", "Mohamed", 1990));
    met(atTheCounter(), named("Mohamed", "Diallo", 1970));
    met(atTheCounter(), named("Awa", "Ba", 1990));
    Contact shared = calling(MOBILE);
    met(shared, named("Fatou", "Sow", 1990));

    List<FoundPerson> alike = file(mohamed, first).alike();

    assertThat(alike)
        .extracting(FoundPerson::personId)
        .containsExactly(mouhamed.personId(), sameName.personId());
    assertThat(alike.getFirst().why())
        .containsExactlyInAnyOrder(Why.SOUNDS_LIKE, Why.SHARED_NUMBER, Why.NEAR_BIRTH_YEAR);
    assertThat(alike.getLast().why()).containsExactlyInAnyOrder(Why.NAME, Why.BIRTH_YEAR);
  }

  @Test
  void aMergeShowsBothAndUndoingItIsAsBefore() {
    Contact first = calling(MOBILE);
    Person one = met(first, named("Awa", "Ba", 1990));
    clock.tick(Duration.ofHours(1));
    Contact second = calling("06 39 98 12 79");
    Person other = met(second, named("Hawa", "Ba", 1990));
    String before = picture(Map.of(one, first, other, second));
    MergeId id = new MergeId(UUID.randomUUID());

    Person merged = noted(merge(id, one, other, first));
    assertThat(noted(merge(id, one, other, first))).as("the same click again").isEqualTo(merged);

    assertThat(merged.numbers()).hasSize(2);
    assertThat(file(one, first).timeline().entries())
        .extracting(Timeline.Entry::id)
        .contains(first.id().toString(), second.id().toString());
    assertThat(file(other, first).person().personId()).isEqualTo(one.personId());
    assertThat(found(feature.whoIsCalling().byName(first.id(), "hawa", null, claire)).linked())
        .extracting(FoundPerson::personId)
        .isEqualTo(one.personId());
    assertThat(file(one, first).merges()).extracting(Merge::mergeId).containsExactly(id);

    noted(feature.mergePersons().undo(id, one.personId(), during(first), claire));
    noted(feature.mergePersons().undo(id, one.personId(), during(first), claire));

    assertThat(picture(Map.of(one, first, other, second))).isEqualTo(before);
    assertThat(file(one, first).alike())
        .as("who was found to be somebody else is not suggested again")
        .isEmpty();
    assertThat(auditRows())
        .filteredOn(row -> row.contains("MERGE"))
        .containsExactly(
            "claire PERSON_MERGED " + first.callId(),
            "claire PERSON_MERGE_UNDONE " + first.callId());
  }

  /** A page that was open before the merge still speaks of the file that is read elsewhere now. */
  @Test
  void whatIsSaidInTheOldFileOfANumberHoldsInTheOneThatIsRead() {
    Contact first = calling(MOBILE);
    Person one = met(first, named("Awa", "Ba", 1990));
    Person other = met(calling("06 39 98 12 79"), named("Hawa", "Ba", 1990));
    noted(merge(new MergeId(UUID.randomUUID()), one, other, first));

    Person said =
        noted(
            feature
                .keepPerson()
                .addNumber(
                    other.personId(),
                    new NumberId(UUID.randomUUID()),
                    MOBILE,
                    new Safety(false, null),
                    during(first),
                    claire));

    assertThat(said.numbers()).isEqualTo(file(one, first).person().numbers());
    assertThat(file(other, first).person().numbers()).isEqualTo(said.numbers());
    assertThat(said.numbers())
        .filteredOn(number -> Boolean.FALSE.equals(number.safeToText()))
        .hasSize(1);
  }

  @Test
  void whatIsNoTwoFilesIsNotMerged() {
    Contact contact = atTheCounter();
    Person one = met(contact, anonymous());
    Person other = met(atTheCounter(), anonymous());
    Person third = met(atTheCounter(), anonymous());
    noted(merge(new MergeId(UUID.randomUUID()), one, other, contact));

    MergeId id = new MergeId(UUID.randomUUID());
    assertThat(merge(id, one, one, contact)).isEqualTo(new PersonResult.NotTwoFiles());
    assertThat(merge(id, other, one, contact)).isEqualTo(new PersonResult.NotTwoFiles());
    assertThat(merge(id, third, other, contact)).isEqualTo(new PersonResult.NotTwoFiles());
    assertThat(
            feature
                .mergePersons()
                .merge(
                    id, one.personId(), new PersonId(UUID.randomUUID()), during(contact), claire))
        .isEqualTo(new PersonResult.NoSuchPerson());
    assertThat(
            feature
                .mergePersons()
                .merge(id, one.personId(), third.personId(), during(contact), karim))
        .isEqualTo(new PersonResult.NoPurpose());
  }

  @Test
  void twoAgentsWhoMergeCrosswiseMakeNoCircle() throws Exception {
    for (int round = 0; round < 10; round++) {
      Contact contact = atTheCounter();
      List<Person> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(met(atTheCounter(), anonymous()));
      }
      List<Future<PersonResult>> results = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 3; i++) {
          Person into = all.get(i);
          Person other = all.get((i + 1) % 3);
          results.add(
              threads.submit(() -> merge(new MergeId(UUID.randomUUID()), into, other, contact)));
        }
      }
      int merged = 0;
      for (Future<PersonResult> result : results) {
        merged += result.get() instanceof PersonResult.Noted ? 1 : 0;
      }
      assertThat(merged).isBetween(1, 2);
      assertThat(all.stream().map(each -> file(each, contact).person().personId()).distinct())
          .hasSize(3 - merged);
    }
  }

  /** Against a model: whatever is merged and undone in whatever order, undoing it all is before. */
  @ParameterizedTest
  @ValueSource(longs = {1, 115, 20261127})
  void anyMergesAndUndoingsAgreeWithTheModelAndLeaveNothingBehind(long seed) {
    Random random = new Random(seed);
    Contact contact = atTheCounter();
    List<Person> all = new ArrayList<>();
    Map<Person, Contact> looks = new HashMap<>();
    for (int i = 0; i < 6; i++) {
      Person person = met(calling("06 39 98 13 0" + i % 4), named("Awa", "Ba" + i, 1990 + i));
      all.add(person);
      looks.put(person, contact);
    }
    String before = picture(looks);
    Map<PersonId, PersonId> parents = new HashMap<>();
    Map<MergeId, PersonId> open = new HashMap<>();

    for (int step = 0; step < STEPS; step++) {
      if (!open.isEmpty() && random.nextInt(3) == 0) {
        MergeId id = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
        PersonId child = open.remove(id);
        PersonId root = root(parents, child);
        noted(feature.mergePersons().undo(id, root, during(contact), claire));
        parents.remove(child);
      } else {
        Person into = all.get(random.nextInt(all.size()));
        Person other = all.get(random.nextInt(all.size()));
        MergeId id = new MergeId(new UUID(seed, step));
        boolean possible =
            into != other
                && !parents.containsKey(into.personId())
                && !parents.containsKey(other.personId());
        PersonResult result = merge(id, into, other, contact);
        assertThat(result instanceof PersonResult.Noted)
            .as("seed %d, step %d", seed, step)
            .isEqualTo(possible);
        if (possible) {
          parents.put(other.personId(), into.personId());
          open.put(id, other.personId());
        }
      }
      for (Person each : all) {
        assertThat(file(each, contact).person().personId())
            .as("seed %d, step %d", seed, step)
            .isEqualTo(root(parents, each.personId()));
      }
    }
    open.forEach((id, child) ->
        noted(feature.mergePersons().undo(id, root(parents, child), during(contact), claire)));

    assertThat(picture(looks)).as("seed %d", seed).isEqualTo(before);
  }

  private static PersonId root(Map<PersonId, PersonId> parents, PersonId id) {
    PersonId root = id;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    return root;
  }

  private PersonResult merge(MergeId id, Person into, Person other, Contact contact) {
    return feature
        .mergePersons()
        .merge(id, into.personId(), other.personId(), during(contact), claire);
  }

  private PersonFile file(Person person, Contact contact) {
    return feature.openFile().open(person.personId(), during(contact), claire).orElseThrow();
  }

  /** All that anybody can see of them: the file, and who is found by name and by number. */
  private String picture(Map<Person, Contact> looks) {
    Map<String, String> seen = new TreeMap<>();
    looks.forEach((person, contact) -> {
      PersonFile file = file(person, contact);
      String name = file.person().details().firstName();
      Set<String> found =
          found(feature.whoIsCalling().byName(contact.id(), name, null, claire)).found().stream()
              .map(each -> each.personId() + " " + each.lastContactAt() + new TreeSet<>(each.why()))
              .collect(Collectors.toCollection(TreeSet::new));
      seen.put(
          person.personId().toString(),
          file.person().details().lastName()
              + file.person().version()
              + file.person().numbers()
              + file.timeline()
              + file.merges()
              + found);
    });
    return seen.toString();
  }
}
