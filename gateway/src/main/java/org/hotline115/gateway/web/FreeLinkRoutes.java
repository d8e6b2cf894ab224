package org.hotline115.gateway.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.shelter.FreeLinks;
import org.hotline115.callflow.shelter.LinkResult;
import org.hotline115.callflow.shelter.ShelterToken;
import org.hotline115.callflow.shelter.SiteFigure;

/** Figures told through a link, without an account: the token is all that is known of who asks. */
public final class FreeLinkRoutes implements Routes {

  private final FreeLinks links;

  public FreeLinkRoutes(FreeLinks links) {
    this.links = links;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/free-links/:token", request -> answer(links.look(token(request))));
    api.post("/api/free-links/:token", this::save);
  }

  private Answer save(ApiRequest request) {
    Fields fields = request.fields();
    var tellId = fields.uuid("tellId");
    var group = BoardRoutes.placeGroupId(fields.text("placeGroupId", 64));
    int free = fields.number("free", 0, BoardRoutes.PLACES_MAX);
    fields.nothingElse();
    return answer(links.save(token(request), tellId, group, free));
  }

  private static ShelterToken token(ApiRequest request) {
    Optional<ShelterToken> token = ShelterToken.parse(request.path("token"));
    return token.orElseThrow(
        () -> Problem.of(404, "NO_SUCH_LINK", "there is no such link").refused());
  }

  private static Answer answer(LinkResult result) {
    return switch (result) {
      case LinkResult.Open open -> Answer.ok(view(open.groups()));
      case LinkResult.Expired _ -> Answer.problem(410, "LINK_EXPIRED", "this link is over");
      case LinkResult.Used _ -> Answer.problem(410, "LINK_USED", "this link was used");
      case LinkResult.NoSuchLink _ -> Answer.problem(404, "NO_SUCH_LINK", "there is no such link");
      case LinkResult.NoSuchGroup _ -> Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case LinkResult.TooMany(int most) ->
          Answer.problem(
              new Problem(
                  422, "TOO_MANY", "free", "more than this group has", Map.of("open", most)));
      case LinkResult.OtherTelling _ ->
          Answer.problem(
              new Problem(409, "OTHER_TELLING", "tellId", "this id said something else", Map.of()));
      case LinkResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: say it again");
    };
  }

  private static Map<String, Object> view(List<SiteFigure> groups) {
    return Map.of("siteName", groups.getFirst().siteName(), "groups", groups);
  }
}
