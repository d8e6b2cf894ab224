package org.hotline115.gateway;

import java.util.HashSet;
import java.util.Set;
import org.hotline115.callflow.intake.Elsewhere;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.gateway.config.GatewayConfig;

/** What the public menu can tell of its own: the 115 of another département, which is counted. */
final class PublicWords {

  private PublicWords() {}

  static void teach(Menus menus, Ground ground) {
    menus.know(elsewhere(ground));
  }

  private static Elsewhere elsewhere(Ground ground) {
    GatewayConfig config = ground.config();
    Set<String> own = new HashSet<>(Set.of(config.deployment().departement()));
    config.telephone().lines().forEach(line -> own.addAll(line.departements()));
    return new Elsewhere(
        config.elsewhere().directory(),
        own,
        departement ->
            ground
                .meters()
                .counter("callflow_intake_misrouted", "departement", departement)
                .increment());
  }
}
