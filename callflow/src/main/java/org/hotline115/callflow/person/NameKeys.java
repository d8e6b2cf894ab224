package org.hotline115.callflow.person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.caller.Callers;

/** Names as keyed hashes: found again by who has our secret, read by nobody. */
final class NameKeys {

  /** {@code kind} is EXACT or SOUND. */
  record Key(String kind, String hex) {}

  private final Callers callers;

  NameKeys(Callers callers) {
    this.callers = callers;
  }

  List<Key> of(PersonDetails details) {
    return of(NameWords.of(details.firstName(), details.lastName(), details.pseudonym()));
  }

  List<Key> of(List<String> words) {
    Set<Key> keys = new LinkedHashSet<>();
    for (String word : words) {
      keys.add(new Key("EXACT", callers.keyOfWord("name-exact", word)));
      keys.add(new Key("SOUND", callers.keyOfWord("name-sound", NameWords.sound(word))));
    }
    return new ArrayList<>(keys);
  }
}
