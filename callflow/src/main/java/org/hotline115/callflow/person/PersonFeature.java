package org.hotline115.callflow.person;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;

/** Persons, put together. */
public final class PersonFeature {

  /** What they stand on. {@code zone} is that of the deployment: nights are counted by it. */
  public record Ground(
      Database database,
      Cipher cipher,
      Callers callers,
      JdbcAuditTrail audit,
      InstantSource clock,
      ZoneId zone) {}

  private final WhoIsCalling whoIsCalling;
  private final LinkContact linkContact;
  private final KeepPerson keepPerson;
  private final OpenFile openFile;
  private final MergePersons mergePersons;
  private final Purposes purposes;
  private final ReadPersons readPersons;

  public PersonFeature(Ground ground, ReadContacts contacts, CallerStore callerStore) {
    JdbcPersons persons =
        new JdbcPersons(ground.database(), ground.cipher(), ground.callers(), ground.audit());
    JdbcPersonSearch search = new JdbcPersonSearch(ground.database(), ground.callers());
    this.purposes = new Purposes(contacts, persons);
    this.readPersons = new ReadPersons(persons);
    this.whoIsCalling =
        new WhoIsCalling(purposes, persons, search, ground.audit(), ground.clock(), ground.zone());
    this.linkContact = new LinkContact(purposes, persons, ground.clock());
    this.keepPerson =
        new KeepPerson(purposes, persons, ground.callers(), callerStore, ground.clock());
    JdbcMerges merges = new JdbcMerges(ground.database(), ground.audit());
    this.openFile =
        new OpenFile(
            purposes,
            persons,
            new JdbcTimeline(ground.database()),
            new Alikes(persons, search, merges),
            ground.audit(),
            ground.clock());
    this.mergePersons = new MergePersons(purposes, persons, merges, ground.clock());
  }

  public WhoIsCalling whoIsCalling() {
    return whoIsCalling;
  }

  public LinkContact linkContact() {
    return linkContact;
  }

  public KeepPerson keepPerson() {
    return keepPerson;
  }

  public OpenFile openFile() {
    return openFile;
  }

  public MergePersons mergePersons() {
    return mergePersons;
  }

  /** For features that show or write down more of a person. */
  public Purposes purposes() {
    return purposes;
  }

  public ReadPersons readPersons() {
    return readPersons;
  }
}
