package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.PlaceGroup;
import org.hotline115.callflow.board.Placement;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.board.Site;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.QueueMessage;

/** Puts the text of a promised place together from the board, the contact and the caller. */
public final class PromiseTextByOutbox implements PromiseText {

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH'h'mm");

  private final ReadBoard board;
  private final ReadContacts contacts;
  private final CallerStore callers;
  private final QueueMessage queueMessage;
  private final ZoneId zone;

  public PromiseTextByOutbox(
      ReadBoard board,
      ReadContacts contacts,
      CallerStore callers,
      QueueMessage queueMessage,
      ZoneId zone) {
    this.board = board;
    this.contacts = contacts;
    this.callers = callers;
    this.queueMessage = queueMessage;
    this.zone = zone;
  }

  @Override
  public Outcome after(Placement placement, ContactId contactId, AgentId by) {
    Optional<Contact> contact = contacts.codesOf(contactId);
    Optional<PlaceGroup> group = board.placeGroup(placement.placeGroupId());
    if (contact.isEmpty() || group.isEmpty()) {
      return Outcome.NO_NUMBER;
    }
    CallerKey key = contact.get().callerKey();
    Optional<PhoneNumber> number = key == null ? Optional.empty() : callers.numberOf(key);
    if (key == null || number.isEmpty()) {
      return Outcome.NO_NUMBER;
    }
    return outcome(
        queueMessage.bedOffer(
            new QueueMessage.BedOffer(
                placement.placementId().value(),
                key,
                number.get(),
                contact.get().form().language(),
                contact.get().form().discretion(),
                HOUR.format(placement.arriveBefore().atZone(zone)),
                address(group.get().site()),
                notAfter(placement),
                by)));
  }

  /** Late is worse than never: "tonight" must not arrive after the hour it names. */
  private static Instant notAfter(Placement placement) {
    return placement.arriveBefore();
  }

  private static String address(Site site) {
    String address = site.shownAddress();
    return address.isEmpty() ? "" : address + ", " + site.commune();
  }

  private static Outcome outcome(MessageStatus status) {
    return switch (status) {
      case SUPPRESSED_DISCRETION -> Outcome.SUPPRESSED_DISCRETION;
      case SUPPRESSED_OPT_OUT -> Outcome.NOT_AGREED;
      case QUEUED, SENDING, UNKNOWN, SENT, UNDELIVERED, DELIVERED, FAILED, EXPIRED ->
          Outcome.QUEUED;
    };
  }
}
