package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.access.ManagedSites;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.shelter.AskBy;
import org.hotline115.callflow.shelter.ChannelResult;
import org.hotline115.callflow.shelter.ShelterFeature;
import org.hotline115.callflow.shelter.SiteChannel;
import org.hotline115.callflow.shelter.SiteChannels;
import org.jspecify.annotations.Nullable;

/**
 * How a shelter is asked, by who keeps the places or by the shelter itself; and the doors it is
 * given: a keypad code, a link, a key for software.
 */
public final class SiteChannelRoutes implements Routes {

  private static final int NAME_MAX = 60;

  /** On the wire; the number is its mask. */
  record ChannelView(
      String siteId,
      String siteName,
      AskBy askBy,
      String language,
      @Nullable Object number,
      boolean askedAtNight,
      java.time.@Nullable Instant smsStoppedAt,
      boolean hasCode) {

    static ChannelView of(SiteChannel channel) {
      Recipient number = channel.number();
      return new ChannelView(
          channel.siteId(),
          channel.siteName(),
          channel.askBy(),
          channel.language(),
          number == null ? null : number.number(),
          channel.askedAtNight(),
          channel.smsStoppedAt(),
          channel.hasCode());
    }
  }

  private final ShelterFeature shelters;
  private final ManagedSites sites;
  private final Function<String, Optional<Recipient>> numberOf;

  public SiteChannelRoutes(
      ShelterFeature shelters, ManagedSites sites, Function<String, Optional<Recipient>> numberOf) {
    this.shelters = shelters;
    this.sites = sites;
    this.numberOf = numberOf;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/sites/:siteId/channel", this::read);
    api.put("/api/sites/:siteId/channel", this::change);
    api.post("/api/sites/:siteId/code", this::code);
    api.post("/api/sites/:siteId/link", this::link);
    api.get("/api/sites/:siteId/keys", request -> Answer.ok(shelters.keys().of(siteId(request))));
    api.post("/api/sites/:siteId/keys", this::key);
    api.delete("/api/sites/:siteId/keys/:keyId", this::revoke);
  }

  private static String siteId(ApiRequest request) {
    String siteId = request.path("siteId");
    if (!siteId.matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw Problem.of(404, "NOT_FOUND", "there is nothing here").refused();
    }
    return siteId;
  }

  /** A site of others and one that does not exist are one answer. */
  private String ownSite(ApiRequest request) {
    String siteId = siteId(request);
    if (!sites.mayActFor(request.session(), siteId)) {
      throw Problem.of(403, "NOT_YOURS", "this is another site").refused();
    }
    return siteId;
  }

  private Answer read(ApiRequest request) {
    return shelters
        .channels()
        .find(ownSite(request))
        .map(channel -> Answer.ok(ChannelView.of(channel)))
        .orElseGet(SiteChannelRoutes::notFound);
  }

  /** Without a number the one that is there stays: it is only ever shown masked. */
  private Answer change(ApiRequest request) {
    Fields fields = request.fields();
    AskBy askBy = fields.code("askBy", AskBy.class);
    String language = fields.text("language", 2);
    Optional<String> written = fields.optionalText("number", 40);
    boolean askedAtNight = fields.flag("askedAtNight");
    fields.nothingElse();
    if (!language.matches("fr|en")) {
      return Answer.problem(Problem.field("INVALID_VALUE", "language", "fr or en"));
    }
    Recipient number = written.map(given -> ReachFields.number(numberOf, given)).orElse(null);
    return switch (shelters
        .channels()
        .change(
            ownSite(request),
            new SiteChannels.Wish(askBy, language, number, askedAtNight),
            request.agent())) {
      case ChannelResult.Changed changed -> Answer.ok(ChannelView.of(changed.channel()));
      case ChannelResult.NoSuchSite _ -> notFound();
      case ChannelResult.NumberNeeded _ ->
          Answer.problem(
              Problem.field("MISSING_FIELD", "number", "who is asked by text has a number"));
    };
  }

  private Answer code(ApiRequest request) {
    return shelters
        .channels()
        .newCode(siteId(request), request.agent())
        .map(code -> Answer.created(Map.of("code", code.digits())))
        .orElseGet(SiteChannelRoutes::notFound);
  }

  private Answer link(ApiRequest request) {
    return shelters
        .links()
        .make(siteId(request), request.agent())
        .map(made ->
            Answer.created(Map.of("address", made.address(), "expiresAt", made.expiresAt())))
        .orElseGet(SiteChannelRoutes::notFound);
  }

  private Answer key(ApiRequest request) {
    Fields fields = request.fields();
    String name = fields.text("name", NAME_MAX).strip();
    fields.nothingElse();
    if (name.isEmpty()) {
      return Answer.problem(Problem.field("MISSING_FIELD", "name", "a key has a name"));
    }
    return shelters
        .keys()
        .make(siteId(request), name, request.agent())
        .map(made -> {
          Map<String, Object> body = new LinkedHashMap<>();
          body.put("keyId", made.keyId());
          body.put("key", made.token().value());
          return Answer.created(body);
        })
        .orElseGet(SiteChannelRoutes::notFound);
  }

  private Answer revoke(ApiRequest request) {
    return shelters.keys().revoke(siteId(request), request.uuid("keyId"), request.agent())
        ? Answer.noContent()
        : notFound();
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }
}
