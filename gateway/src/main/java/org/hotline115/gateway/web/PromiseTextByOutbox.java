package org.hotline115.gateway.web;

import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.message.OfferPlace;
import org.hotline115.callflow.message.OfferResult;
import org.hotline115.callflow.message.PlaceOffer;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.Site;
import org.hotline115.callflow.placement.Placement;
import org.jspecify.annotations.Nullable;

/** Puts the text of a promised place together from the board, the contact and the caller. */
public final class PromiseTextByOutbox implements PromiseText {

  private final ReadBoard board;
  private final ReadContacts contacts;
  private final CallerStore callers;
  private final OfferPlace offerPlace;

  public PromiseTextByOutbox(
      ReadBoard board, ReadContacts contacts, CallerStore callers, OfferPlace offerPlace) {
    this.board = board;
    this.contacts = contacts;
    this.callers = callers;
    this.offerPlace = offerPlace;
  }

  /** The agent asked for the text, so the person has agreed to it on the telephone. */
  @Override
  public Outcome after(Placement placement, ContactId contactId, AgentId by) {
    Optional<Contact> contact = contacts.codesOf(contactId);
    if (contact.isEmpty()) {
      return Outcome.NO_NUMBER;
    }
    return outcome(
        offerPlace.run(
            new PlaceOffer(
                contactId.value(),
                placement.placementId().value(),
                recipient(contact.get().callerKey()),
                contact.get().form().language(),
                true,
                contact.get().form().discretion(),
                placement.arriveBefore(),
                board
                    .placeGroup(placement.placeGroupId())
                    .map(PlaceGroup::site)
                    .map(PromiseTextByOutbox::address)
                    .orElse(""),
                by)));
  }

  private @Nullable Recipient recipient(@Nullable CallerKey key) {
    return key == null
        ? null
        : callers.numberOf(key).map(number -> new Recipient(key, number)).orElse(null);
  }

  /** Empty for a secret address: the text then says to call. */
  private static String address(Site site) {
    String address = site.shownAddress();
    return address.isEmpty() ? "" : address + ", " + site.commune();
  }

  private static Outcome outcome(OfferResult result) {
    return switch (result) {
      case QUEUED -> Outcome.QUEUED;
      case NOT_AGREED -> Outcome.NOT_AGREED;
      case NO_NUMBER -> Outcome.NO_NUMBER;
      case OPTED_OUT -> Outcome.OPTED_OUT;
      case SUPPRESSED_DISCRETION -> Outcome.SUPPRESSED_DISCRETION;
    };
  }
}
