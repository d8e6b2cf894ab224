package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hotline115.callflow.contact.ChangeContact;
import org.hotline115.callflow.contact.ChangeResult;
import org.hotline115.callflow.contact.CloseResult;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactChannel;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.contact.RenewResult;
import org.jspecify.annotations.Nullable;

/** The first-reception form: read, saved while typed, closed. */
public final class ContactRoutes implements Routes {

  private final ContactFeature feature;
  private final ReadContacts reading;
  private final ChangeContact changing;
  private final Cards cards;
  private final Consumer<Contact> whenClosed;

  /** {@code whenClosed}: the agent's wrap-up ends. */
  public ContactRoutes(ContactFeature feature, Cards cards, Consumer<Contact> whenClosed) {
    this.feature = feature;
    this.reading = feature.readContacts();
    this.changing = feature.changeContact();
    this.cards = cards;
    this.whenClosed = whenClosed;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/contacts", this::list);
    api.post("/api/contacts", this::open);
    api.get("/api/contacts/:contactId", this::read);
    api.patch("/api/contacts/:contactId", this::change);
    api.post("/api/contacts/:contactId/close", this::close);
    api.post("/api/contacts/:contactId/renew", this::renew);
  }

  private Answer list(ApiRequest request) {
    Fields query = request.queryFields();
    String state = query.optionalText("state", 10).orElse("open");
    query.nothingElse();
    if (!state.equals("open")) {
      return Answer.problem(Problem.field("INVALID_VALUE", "state", "only open can be listed"));
    }
    return Answer.ok(cards.openContacts(request.agent()));
  }

  private Answer open(ApiRequest request) {
    Fields fields = request.fields();
    ContactId id = new ContactId(fields.uuid("contactId"));
    ContactChannel channel = fields.code("channel", ContactChannel.class);
    fields.nothingElse();
    Contact opened = feature.openContact().withoutCall(id, channel, request.agent());
    return opened.agent().equals(request.agent())
        ? Answer.created(view(opened))
        : Answer.problem(409, "NOT_YOURS", "this contact is another agent's");
  }

  private Answer read(ApiRequest request) {
    return reading
        .read(new ContactId(request.uuid("contactId")), request.session())
        .map(contact -> Answer.ok(view(contact)))
        .orElseGet(ContactRoutes::notFound);
  }

  private Answer change(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    ContactId id = new ContactId(request.uuid("contactId"));
    return switch (changing.change(id, version, fields.rest(), request.session())) {
      case ChangeResult.Saved saved ->
          Answer.ok(Map.of("version", saved.version(), "savedAt", saved.savedAt()));
      case ChangeResult.ChangedElsewhere changed -> changedElsewhere(changed.current());
      case ChangeResult.FieldRefused refused ->
          Answer.problem(
              Problem.field(refused.code(), StrictJson.shown(refused.field()), refused.detail()));
      case ChangeResult.AlreadyClosed _ -> closedAlready();
      case ChangeResult.NotYours _ -> notYours();
      case ChangeResult.NotFound _ -> notFound();
    };
  }

  private Answer close(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    fields.nothingElse();
    ContactId id = new ContactId(request.uuid("contactId"));
    return switch (changing.close(id, version, request.session())) {
      case CloseResult.Closed closed -> {
        whenClosed.accept(closed.contact());
        yield Answer.ok(view(closed.contact()));
      }
      case CloseResult.MissingCode missing ->
          Answer.problem(
              new Problem(
                  422,
                  "MISSING_CODE",
                  missing.field().wireName(),
                  "this code is needed to close",
                  Map.of()));
      case CloseResult.ChangedElsewhere changed -> changedElsewhere(changed.current());
      case CloseResult.NotYours _ -> notYours();
      case CloseResult.NotFound _ -> notFound();
    };
  }

  private Answer renew(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    ContactId last = new ContactId(fields.uuid("lastContactId"));
    fields.nothingElse();
    ContactId id = new ContactId(request.uuid("contactId"));
    return switch (feature.renewContact().renew(id, version, last, request.session())) {
      case RenewResult.Renewed renewed -> Answer.ok(view(renewed.contact()));
      case RenewResult.NothingToRenew _ ->
          Answer.problem(409, "NOTHING_TO_RENEW", "this is no earlier request of the same caller");
      case RenewResult.ChangedElsewhere changed -> changedElsewhere(changed.current());
      case RenewResult.AlreadyClosed _ -> closedAlready();
      case RenewResult.NotYours _ -> notYours();
      case RenewResult.NotFound _ -> notFound();
    };
  }

  private static Answer closedAlready() {
    return Answer.problem(409, "CONTACT_CLOSED", "a closed contact is not changed");
  }

  private static Answer changedElsewhere(Contact current) {
    return Answer.problem(
        Problem.of(409, "CHANGED_ELSEWHERE", "somebody saved in between")
            .with("current", view(current)));
  }

  private static Answer notYours() {
    return Answer.problem(403, "NOT_YOURS", "this contact is another agent's");
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }

  static Map<String, @Nullable Object> view(Contact contact) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("contactId", contact.id());
    view.put("callId", contact.callId());
    view.put("version", contact.version());
    view.put("openedAt", contact.openedAt());
    view.put("savedAt", contact.savedAt());
    view.put("closedAt", contact.closedAt());
    view.put("agent", contact.agent());
    view.putAll(contact.form().byWireName());
    return view;
  }
}
