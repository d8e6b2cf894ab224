package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.JdbcPlannedTexts;
import org.hotline115.callflow.message.JdbcPlannedTexts.PlannedText;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.Database;

/** What is read of offers, each reading by itself. */
final class JdbcOfferPage {

  private final Database database;
  private final JdbcAuditTrail audit;
  private final JdbcWaiting waiting;
  private final JdbcPlannedTexts texts;
  private final JdbcOfferRow rows = new JdbcOfferRow();

  JdbcOfferPage(
      Database database, JdbcAuditTrail audit, JdbcWaiting waiting, JdbcPlannedTexts texts) {
    this.database = database;
    this.audit = audit;
    this.waiting = waiting;
    this.texts = texts;
  }

  WaitingList of(String siteId) {
    List<SlotOffer> open = database.with(handle -> rows.open(handle, siteId));
    List<Waiting> people = database.with(handle -> waiting.list(handle, siteId));
    Map<WaitId, Waiting> byId =
        people.stream().collect(Collectors.toMap(Waiting::waitId, Function.identity()));
    Map<UUID, List<PlannedText>> told =
        texts.of(open.stream().map(offer -> offer.offerId().value()).toList());
    return new WaitingList(
        people,
        open.stream()
            .flatMap(offer ->
                Optional.ofNullable(byId.get(offer.waitId())).stream()
                    .map(to ->
                        new WaitingList.OpenOffer(
                            offer, to, told.getOrDefault(offer.offerId().value(), List.of()))))
            .toList());
  }

  List<OfferId> lapsed(Instant now) {
    return database.with(handle -> rows.lapsed(handle, now));
  }

  List<SlotOffer> askedByText(CallerKey number, Instant after) {
    return database.with(handle -> rows.askedByText(handle, number, after));
  }

  boolean remindedSince(OfferId id, Instant now) {
    return database.with(handle -> rows.remindedSince(handle, id, now));
  }

  /** In which language the person is written to. */
  String languageOf(SlotOffer offer) {
    return database.with(
        handle -> waiting.find(handle, offer.waitId()).orElseThrow().reach().language());
  }

  /** The number of who is asked, for who calls; each opening is on record. */
  Optional<PhoneNumber> open(OfferId id, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<PhoneNumber> number =
          rows.find(handle, id)
              .filter(SlotOffer::isOpen)
              .flatMap(offer -> waiting.find(handle, offer.waitId()))
              .flatMap(person -> Optional.ofNullable(person.reach().recipient()))
              .map(Recipient::number);
      if (number.isPresent()) {
        audit.append(handle, AuditEvent.of(at, by, "OFFER_NUMBER_OPENED", "SLOT_OFFER", id));
      }
      return number;
    });
  }
}
