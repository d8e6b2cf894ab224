package org.hotline115.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.shelter.ShelterFeature;
import org.hotline115.callflow.shelter.ShelterSettings;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.web.FigureDoor;
import org.hotline115.gateway.web.FreeLinkRoutes;
import org.hotline115.gateway.web.FreshnessRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.SiteChannelRoutes;

/**
 * What shelters tell without an account, how they are asked, and who has not answered.
 *
 * @param numberOf reads the number of a shelter as somebody typed it
 */
public record ShelterWing(
    ShelterFeature shelters,
    BoardFeature board,
    AccessFeature access,
    Function<String, Optional<Recipient>> numberOf,
    UseCases useCases,
    InstantSource clock,
    MeterRegistry meters)
    implements Wing {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final Duration PURGE_EVERY = Duration.ofHours(1);

  /** Puts it together, and brings the keypad to the lines of shelters. */
  static ShelterWing of(
      Ground ground, Features features, MessageFeature messages, UseCases useCases) {
    GatewayConfig config = ground.config();
    ShelterFeature shelters =
        new ShelterFeature(
            new ShelterFeature.Ground(
                ground.database(),
                ground.cipher(),
                config.keys().index(),
                features.access().audit(),
                new Departement(config.deployment().departement()),
                ground.clock(),
                ground.meters()),
            new ShelterSettings(
                config.shelters().hours(),
                config.sms().isHeard(),
                config.web().publicUrl(),
                config.shelters().linkLives(),
                config.deployment().zone()),
            features.board(),
            messages);
    Menus menus = features.phone().menus();
    menus.bring(LineKind.PARTNER_SITES, call -> shelters.keypadMenu(call, menus.outlook()));
    return new ShelterWing(
        shelters,
        features.board(),
        features.access(),
        Recipients.of(ground.callers()),
        useCases,
        ground.clock(),
        ground.meters());
  }

  @Override
  public List<Routes> routes() {
    return List.of(
        new FreeLinkRoutes(shelters.links()),
        new SiteChannelRoutes(shelters, access.managedSites(), numberOf),
        new FreshnessRoutes(
            shelters.readFreshness(), shelters.askNow(), board, access.displayNames()));
  }

  /** The page that a link opens, and the figures that a shelter's software tells. */
  @Override
  public List<Consumer<Router>> webhooks() {
    return List.of(
        router ->
            router
                .get(ShelterSettings.LINK_PATH + ":token")
                .handler(context -> context.reroute("/libre.html")),
        new FigureDoor(useCases, shelters.keys(), shelters.tellByList(), clock, meters));
  }

  @Override
  public void start(Jobs jobs) {
    jobs.every(LOOK_EVERY, "asking shelters", shelters.askShelters()::run);
    jobs.every(PURGE_EVERY, "ended links", shelters::purge);
  }
}
