package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.ExtendHold;
import org.hotline115.callflow.board.HoldAnswer;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.board.ReleaseHold;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ContactOwners;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.placement.Placement;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.request.RefusalReason;
import org.hotline115.callflow.request.RefuseResult;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.callflow.store.RecordsAway;

/** Keeping a place for the person on the line: hold, extend, offer, refuse, confirm, give back. */
public final class HoldRoutes implements Routes {

  private final BoardFeature board;
  private final SearchPlaces searching;
  private final RequestFeature requests;
  private final ReadBoard reading;
  private final ContactOwners owners;
  private final ReadContacts contacts;
  private final PromiseText promiseText;
  private final DisplayNames names;

  public HoldRoutes(
      BoardFeature board,
      SearchPlaces searching,
      RequestFeature requests,
      ContactFeature contacts,
      PromiseText promiseText,
      DisplayNames names) {
    this.board = board;
    this.searching = searching;
    this.requests = requests;
    this.reading = board.readBoard();
    this.owners = contacts.contactOwners();
    this.contacts = contacts.readContacts();
    this.promiseText = promiseText;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    HoldPlaces holding = board.holdPlaces();
    ExtendHold extending = board.extendHold();
    ReleaseHold releasing = board.releaseHold();
    api.get("/api/holds", this::list);
    api.post("/api/holds", request -> hold(holding, request));
    api.post(
        "/api/holds/:holdId/extend",
        request -> answer(extending.run(holdId(request), request.agent())));
    api.post(
        "/api/holds/:holdId/offer",
        request -> answer(requests.offerHold().run(holdId(request), request.agent())));
    api.post("/api/holds/:holdId/refuse", this::refuse);
    api.post("/api/holds/:holdId/confirm", this::confirm);
    api.delete("/api/holds/:holdId", request -> release(releasing, request));
  }

  private Answer list(ApiRequest request) {
    return Answer.ok(
        reading.holdsOf(request.agent()).stream().map(hold -> HoldView.of(hold, names)).toList());
  }

  private Answer hold(HoldPlaces holding, ApiRequest request) {
    Fields fields = request.fields();
    HoldId holdId = new HoldId(fields.uuid("holdId"));
    PlaceGroupId group = BoardRoutes.placeGroupId(fields.text("placeGroupId", 64));
    int persons = fields.number("places", 1, Household.PERSONS_MAX);
    ContactId contactId = new ContactId(fields.uuid("contactId"));
    fields.nothingElse();
    Optional<ContactOwners.Owner> owner = owner(contactId, request.session());
    if (owner.isPresent() && !isOwn(owner.get(), request.session())) {
      return Answer.problem(403, "NOT_YOURS", "this contact is another agent's");
    }
    HoldResult result =
        holding.run(
            new HoldPlaces.Wish(
                holdId,
                group,
                persons,
                request.agent(),
                owner.map(ContactOwners.Owner::callId).orElse(null),
                contactId));
    return switch (result) {
      case HoldResult.Held held -> Answer.created(HoldView.of(held.hold(), names));
      case HoldResult.AlreadyTaken taken ->
          Answer.problem(
              Problem.of(409, "ALREADY_TAKEN", "somebody was faster")
                  .with("free", taken.free())
                  .with(
                      "alternatives",
                      searching.alternatives(group, household(persons, contactId))));
      case HoldResult.Closed _ -> Answer.problem(409, "CLOSED", "takes nobody tonight");
      case HoldResult.Ended ended ->
          Answer.problem(
              Problem.of(409, "HOLD_ENDED", "this hold is over")
                  .with("hold", HoldView.of(ended.hold(), names)));
      case HoldResult.OtherHold _ ->
          Answer.problem(
              new Problem(409, "OTHER_HOLD", "holdId", "this id is another hold's", Map.of()));
      case HoldResult.BoardDown _ -> boardDown();
    };
  }

  /** Fail-open: a place may be kept while the records are away; promising is another matter. */
  private Optional<ContactOwners.Owner> owner(ContactId id, Session session) {
    try {
      Optional<ContactOwners.Owner> owner =
          owners.of(id).filter(known -> isOwn(known, session)).or(() -> owners.afresh(id));
      if (owner.isEmpty()) {
        throw Problem.field("INVALID_VALUE", "contactId", "there is no such contact").refused();
      }
      return owner;
    } catch (RecordsAway away) {
      return Optional.empty();
    }
  }

  private static boolean isOwn(ContactOwners.Owner owner, Session session) {
    return switch (session.role()) {
      case LISTENER, PLACE_MANAGER -> owner.agent().equals(session.agent());
      case COORDINATOR, SUPERVISOR, ADMIN -> true;
    };
  }

  /** Only the loser of a race pays for reading the form. */
  private Household household(int persons, ContactId contact) {
    return codesOf(contact)
        .map(Contact::form)
        .map(Household::of)
        .orElse(Household.ANYBODY)
        .withPersons(persons);
  }

  private Optional<Contact> codesOf(ContactId contact) {
    try {
      return contacts.codesOf(contact);
    } catch (RecordsAway away) {
      return Optional.empty();
    }
  }

  private Answer answer(HoldAnswer answer) {
    return switch (answer) {
      case HoldAnswer.StillHeld held -> Answer.ok(HoldView.of(held.hold(), names));
      case HoldAnswer.Ended ended -> expired();
      case HoldAnswer.NotYours _ -> notYours();
      case HoldAnswer.NoSuchHold _ -> notFound();
      case HoldAnswer.BoardDown _ -> boardDown();
    };
  }

  private Answer release(ReleaseHold releasing, ApiRequest request) {
    return switch (releasing.run(holdId(request), request.agent(), request.session().role())) {
      case HoldAnswer.Ended _, HoldAnswer.StillHeld _, HoldAnswer.NoSuchHold _ ->
          Answer.noContent();
      case HoldAnswer.NotYours _ -> notYours();
      case HoldAnswer.BoardDown _ -> boardDown();
    };
  }

  private Answer refuse(ApiRequest request) {
    Fields fields = request.fields();
    RefusalReason reason = fields.code("reason", RefusalReason.class);
    fields.nothingElse();
    return switch (requests.refuseOffer().run(holdId(request), request.agent(), reason)) {
      case RefuseResult.Refused _ -> Answer.noContent();
      case RefuseResult.NotYours _ -> notYours();
      case RefuseResult.NoSuchHold _ -> notFound();
      case RefuseResult.AlreadyConfirmed _ ->
          Answer.problem(409, "ALREADY_CONFIRMED", "it was promised before");
      case RefuseResult.BoardDown _ -> boardDown();
      case RefuseResult.RecordsDown _ -> recordsDown();
    };
  }

  private Answer confirm(ApiRequest request) {
    Fields fields = request.fields();
    PlacementId placementId = new PlacementId(fields.uuid("placementId"));
    boolean sms = fields.flag("sms");
    fields.nothingElse();
    return switch (requests.confirmHold().run(holdId(request), placementId, request.agent())) {
      case ConfirmResult.Confirmed confirmed -> {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("placementId", confirmed.placement().placementId());
        body.put("requestId", confirmed.requestId());
        body.put("arriveBefore", confirmed.placement().arriveBefore());
        body.put(
            "sms",
            sms ? text(confirmed.placement(), request.agent()) : PromiseText.Outcome.NOT_AGREED);
        yield Answer.created(body);
      }
      case ConfirmResult.Expired _ -> expired();
      case ConfirmResult.NotYours _ -> notYours();
      case ConfirmResult.NoSuchHold _ -> notFound();
      case ConfirmResult.NoPlaceLeft _ ->
          Answer.problem(409, "NO_PLACE_LEFT", "the place does not exist any more");
      case ConfirmResult.NoSuchContact _ ->
          Answer.problem(409, "NO_SUCH_CONTACT", "the contact is not on record");
      case ConfirmResult.RecordsDown _ -> recordsDown();
    };
  }

  /** The hold names the contact, also when it was converted by an earlier try. */
  private PromiseText.Outcome text(Placement placement, AgentId by) {
    return switch (board.pinnedHolds().pin(placement.holdId(), by)) {
      case HoldAnswer.StillHeld held -> promiseText.after(placement, held.hold().contactId(), by);
      case HoldAnswer.Ended ended -> promiseText.after(placement, ended.hold().contactId(), by);
      case HoldAnswer.NotYours _, HoldAnswer.NoSuchHold _, HoldAnswer.BoardDown _ ->
          PromiseText.Outcome.NO_NUMBER;
    };
  }

  private static HoldId holdId(ApiRequest request) {
    return new HoldId(request.uuid("holdId"));
  }

  private static Answer expired() {
    return Answer.problem(409, "EXPIRED", "the hold is over: hold again");
  }

  private static Answer notYours() {
    return Answer.problem(403, "NOT_YOURS", "this hold is another agent's");
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }

  private static Answer boardDown() {
    return Answer.problem(503, "BOARD_DOWN", "unknown whether it was kept: ask again, same id");
  }

  private static Answer recordsDown() {
    return Answer.problem(503, "RECORDS_DOWN", "nothing may be promised now: ask again, same id");
  }
}
