package org.hotline115.callflow.person;

import java.util.List;

/**
 * What somebody sees who opened a person's file.
 *
 * @param alike who may be the same person noted twice, with the reason
 * @param merges who was noted twice, newest first; each can be undone
 */
public record PersonFile(
    Person person, Timeline timeline, List<FoundPerson> alike, List<Merge> merges) {

  public PersonFile {
    alike = List.copyOf(alike);
    merges = List.copyOf(merges);
  }
}
