package org.hotline115.callflow.person;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.person.FoundPerson.Why;
import org.hotline115.callflow.placement.FileCode;
import org.jspecify.annotations.Nullable;

/**
 * Finds who may be on the telephone: by the number that rings, by a code said aloud, by name and
 * year. Only from an open contact, and each look leaves an audit row.
 */
public final class WhoIsCalling {

  /** How long the code of a request finds who asked. */
  private static final int CODE_NIGHTS = 3;

  private final Purposes purposes;
  private final JdbcPersons persons;
  private final JdbcPersonSearch search;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final ZoneId zone;

  WhoIsCalling(
      Purposes purposes,
      JdbcPersons persons,
      JdbcPersonSearch search,
      AuditTrail audit,
      InstantSource clock,
      ZoneId zone) {
    this.purposes = purposes;
    this.persons = persons;
    this.search = search;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
  }

  /** Whom the contact is linked to, and who has the number that it came from. */
  public WhoResult byNumber(ContactId id, Session by) {
    Optional<Contact> contact = purposes.contact(id, by);
    if (contact.isEmpty()) {
      return new WhoResult.NoPurpose();
    }
    Map<PersonId, Set<Why>> found = new LinkedHashMap<>();
    CallerKey key = contact.get().callerKey();
    if (key != null) {
      for (JdbcPersonSearch.ByNumber each : search.byNumber(key)) {
        found.putIfAbsent(
            each.personId(), EnumSet.of(each.isShared() ? Why.SHARED_NUMBER : Why.NUMBER));
      }
    }
    return looked(contact.get(), found, by);
  }

  public WhoResult byCode(ContactId id, String typed, Session by) {
    Optional<Contact> contact = purposes.contact(id, by);
    if (contact.isEmpty()) {
      return new WhoResult.NoPurpose();
    }
    Optional<FileCode> code = FileCode.typed(typed);
    if (code.isEmpty()) {
      return new WhoResult.NothingToSearch();
    }
    Map<PersonId, Set<Why>> found = new LinkedHashMap<>();
    LocalDate since = LocalDate.ofInstant(clock.instant(), zone).minusDays(CODE_NIGHTS);
    search.byCode(code.get(), since).forEach(each -> found.put(each, EnumSet.of(Why.CODE)));
    return looked(contact.get(), found, by);
  }

  public WhoResult byName(ContactId id, String name, @Nullable Integer birthYear, Session by) {
    Optional<Contact> contact = purposes.contact(id, by);
    if (contact.isEmpty()) {
      return new WhoResult.NoPurpose();
    }
    List<String> words = NameWords.of(name);
    if (words.isEmpty() || words.size() > NameWords.WORDS_MAX) {
      return new WhoResult.NothingToSearch();
    }
    Map<PersonId, Set<Why>> found = new LinkedHashMap<>();
    for (JdbcPersonSearch.ByName each : search.byName(words, birthYear)) {
      found.putIfAbsent(each.personId(), EnumSet.of(each.isExact() ? Why.NAME : Why.SOUNDS_LIKE));
    }
    return looked(contact.get(), found, birthYear, by);
  }

  private WhoResult looked(Contact contact, Map<PersonId, Set<Why>> found, Session by) {
    return looked(contact, found, null, by);
  }

  private WhoResult looked(
      Contact contact, Map<PersonId, Set<Why>> found, @Nullable Integer birthYear, Session by) {
    Optional<FoundPerson> linked =
        persons
            .linkedTo(contact.id())
            .flatMap(
                id -> persons.shown(Map.of(id, EnumSet.of(Why.LINKED)), null).stream().findFirst());
    linked.map(FoundPerson::personId).ifPresent(found::remove);
    List<FoundPerson> others = persons.shown(found, birthYear);
    if (linked.isPresent() || !others.isEmpty()) {
      audit.record(
          AuditEvent.of(clock.instant(), by.agent(), "PERSONS_LOOKED_UP", "CONTACT", contact.id())
              .inCall(contact.callId() == null ? null : contact.callId().linkedid()));
    }
    return new WhoResult.Found(linked.orElse(null), others);
  }
}
