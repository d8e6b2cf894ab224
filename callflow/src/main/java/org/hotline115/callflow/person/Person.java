package org.hotline115.callflow.person;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.placement.FileCode;

/** A person as kept. Prints no name. */
public record Person(
    PersonId personId,
    FileCode code,
    int version,
    PersonDetails details,
    List<PersonNumber> numbers,
    Instant createdAt,
    AgentId createdBy,
    Instant changedAt) {

  public Person {
    numbers = List.copyOf(numbers);
  }

  @Override
  public String toString() {
    return "person " + personId;
  }
}
