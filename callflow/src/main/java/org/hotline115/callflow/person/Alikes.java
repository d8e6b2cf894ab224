package org.hotline115.callflow.person;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.person.FoundPerson.Why;

/** Who may be the same person noted twice, and who was found to be. A human decides. */
final class Alikes {

  private final JdbcPersons persons;
  private final JdbcPersonSearch search;
  private final JdbcMerges merges;

  Alikes(JdbcPersons persons, JdbcPersonSearch search, JdbcMerges merges) {
    this.persons = persons;
    this.search = search;
    this.merges = merges;
  }

  List<FoundPerson> of(Person person) {
    Map<PersonId, Set<Why>> found = new LinkedHashMap<>();
    for (JdbcPersonSearch.Alike alike : search.alike(person.personId())) {
      Set<Why> why = EnumSet.of(alike.isExact() ? Why.NAME : Why.SOUNDS_LIKE);
      if (alike.sharesNumber()) {
        why.add(Why.SHARED_NUMBER);
      }
      found.putIfAbsent(alike.personId(), why);
    }
    return persons.shown(found, person.details().birthYear());
  }

  List<Merge> mergedInto(PersonId id) {
    return merges.into(id);
  }
}
