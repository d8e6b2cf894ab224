package org.hotline115.gateway.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactForm;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ContactKind;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.Placement;
import org.hotline115.callflow.placement.ReadPlacements;
import org.hotline115.callflow.reference.OwnCode;
import org.hotline115.callflow.request.DecideResult;
import org.hotline115.callflow.request.Decision;
import org.hotline115.callflow.request.OpenRequest;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.request.ShelterRequest;
import org.hotline115.callflow.request.UnmetReason;
import org.hotline115.callflow.request.UnmetSubReason;
import org.hotline115.callflow.search.SearchPlaces;
import org.jspecify.annotations.Nullable;

/** What a contact asks for tonight, and what a person decides of it. */
public final class RequestRoutes implements Routes {

  private final RequestFeature requests;
  private final ReadRequests reading;
  private final ReadPlacements placements;
  private final ReadContacts contacts;
  private final ReasonAdvice advice;

  public RequestRoutes(
      RequestFeature requests,
      ReadPlacements placements,
      ReadContacts contacts,
      SearchPlaces search) {
    this.requests = requests;
    this.reading = requests.readRequests();
    this.placements = placements;
    this.contacts = contacts;
    this.advice = new ReasonAdvice(search);
  }

  private enum Outcome {
    UNMET,
    SEARCH_GOES_ON
  }

  /**
   * A request as the desk shows it.
   *
   * @param decided a place was promised, or a person said what becomes of it
   * @param toDecide shelter is asked for and nothing is decided: the page asks before it closes
   * @param suggestion what the board says of why nothing was found
   */
  private record View(
      @Nullable ShelterRequest request,
      boolean decided,
      boolean toDecide,
      List<PromisedPlace> placements,
      ReasonAdvice.@Nullable Suggestion suggestion) {}

  private record PromisedPlace(
      String placementId, String placeGroupId, String fileCode, String status) {}

  @Override
  public void mount(Api api) {
    OpenRequest opening = requests.openRequest();
    api.get("/api/contacts/:contactId/request", request -> Answer.ok(view(contactId(request))));
    api.post(
        "/api/contacts/:contactId/request",
        request ->
            opening.run(contactId(request)).isEmpty()
                ? notFound()
                : Answer.ok(view(contactId(request))));
    api.put("/api/contacts/:contactId/request", this::decide);
    api.post("/api/contacts/:contactId/request/join", this::join);
  }

  private View view(ContactId contactId) {
    Optional<ShelterRequest> request = reading.tonightOf(contactId);
    List<Placement> promised = placements.tonightOf(contactId);
    boolean decided =
        promised.stream().anyMatch(each -> each.status().keepsPlaces())
            || request
                .filter(known -> !known.status().isLive() || known.searchGoesOn())
                .isPresent();
    Optional<ContactForm> undecided =
        decided ? Optional.empty() : contacts.codesOf(contactId).map(Contact::form);
    boolean toDecide =
        undecided
            .filter(form -> request.isPresent() || form.isAbout(ContactKind.SHELTER_REQUEST))
            .isPresent();
    return new View(
        request.orElse(null),
        decided,
        toDecide,
        promised.stream().map(RequestRoutes::promised).toList(),
        toDecide ? undecided.map(Household::of).flatMap(advice::of).orElse(null) : null);
  }

  private static PromisedPlace promised(Placement placement) {
    return new PromisedPlace(
        placement.placementId().toString(),
        placement.placeGroupId().value(),
        placement.fileCode().value(),
        placement.status().name());
  }

  private Answer decide(ApiRequest request) {
    Fields fields = request.fields();
    Decision decision =
        switch (fields.code("outcome", Outcome.class)) {
          case UNMET -> unmet(fields);
          case SEARCH_GOES_ON -> new Decision.SearchGoesOn(fields.flag("keepOpen"));
        };
    fields.nothingElse();
    ContactId contactId = contactId(request);
    return switch (requests.decideRequest().run(contactId, decision, request.agent())) {
      case DecideResult.Decided _ -> Answer.ok(view(contactId));
      case DecideResult.NoSuchReason _ -> Answer.problem(OwnCodes.notOffered());
      case DecideResult.Over _ ->
          Answer.problem(409, "REQUEST_OVER", "a place was promised, or it was cancelled");
      case DecideResult.NoSuchContact _ -> notFound();
    };
  }

  private static Decision.Unmet unmet(Fields fields) {
    UnmetReason reason = fields.code("reason", UnmetReason.class);
    OwnCode own = OwnCodes.in(fields);
    Set<UnmetSubReason> subReasons = fields.codes("subReasons", UnmetSubReason.class);
    boolean keepOpen = fields.flag("keepOpen");
    if (!subReasons.isEmpty() && reason != UnmetReason.NO_COMPATIBLE_PLACE) {
      throw Problem.field("INVALID_VALUE", "subReasons", "only with NO_COMPATIBLE_PLACE").refused();
    }
    return new Decision.Unmet(reason, own, subReasons, keepOpen);
  }

  private Answer join(ApiRequest request) {
    Fields fields = request.fields();
    FileCode code =
        FileCode.typed(fields.text("fileCode", 12))
            .orElseThrow(
                () -> Problem.field("INVALID_VALUE", "fileCode", "a code such as A4F7").refused());
    fields.nothingElse();
    ContactId contactId = contactId(request);
    return requests.joinRequest().run(contactId, code, request.agent()).isEmpty()
        ? Answer.problem(404, "NO_SUCH_FILE", "no file of tonight has this code")
        : Answer.ok(view(contactId));
  }

  private static ContactId contactId(ApiRequest request) {
    return new ContactId(request.uuid("contactId"));
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }
}
