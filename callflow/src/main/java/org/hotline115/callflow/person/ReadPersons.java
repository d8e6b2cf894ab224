package org.hotline115.callflow.person;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline115.callflow.person.FoundPerson.Why;

/**
 * Persons, for features that have asked {@link Purposes} and left their audit row: this one asks
 * nobody.
 */
public final class ReadPersons {

  private final JdbcPersons persons;

  ReadPersons(JdbcPersons persons) {
    this.persons = persons;
  }

  /** In whose file they are read; empty when there is no such person. */
  public Optional<PersonId> fileOf(PersonId id) {
    return persons.find(id).map(Person::personId);
  }

  /** As a list shows them. */
  public Map<PersonId, FoundPerson> shown(Collection<PersonId> ids) {
    Map<PersonId, Set<Why>> wanted = new HashMap<>();
    ids.forEach(id -> wanted.put(id, EnumSet.noneOf(Why.class)));
    return persons.shown(wanted, null).stream()
        .collect(Collectors.toMap(FoundPerson::personId, person -> person));
  }
}
