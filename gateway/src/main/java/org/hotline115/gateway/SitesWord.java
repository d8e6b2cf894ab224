package org.hotline115.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.access.SitesResult;
import org.hotline115.callflow.store.Database;
import org.hotline115.gateway.config.GatewayConfig;

/** {@code sites NAME [SITE ...]}: for which sites a shelter's account speaks from now on. */
final class SitesWord {

  private static final AgentId BY = new AgentId("command-line");

  private SitesWord() {}

  /** Exit code 0 when it is so now, 1 when it was refused, 2 when words are missing. */
  static int run(Path config, List<String> words) {
    if (words.isEmpty()) {
      System.err.println("sites NAME [SITE ...]");
      return 2;
    }
    AgentId agent;
    try {
      agent = new AgentId(words.getFirst());
    } catch (IllegalArgumentException strange) {
      System.err.println("refused: " + strange.getMessage());
      return 2;
    }
    GatewayConfig.Records records = GatewayConfig.read(config, System::getenv).records();
    try (Database database =
        new Database(new Database.Settings(records.url(), records.user(), records.password(), 2))) {
      database.migrate();
      AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, Clock.systemUTC());
      return say(
          access.managedSites().change(agent, new TreeSet<>(words.subList(1, words.size())), BY));
    }
  }

  private static int say(SitesResult result) {
    return switch (result) {
      case SitesResult.Changed changed -> {
        System.out.println("the account speaks for " + changed.siteIds());
        yield 0;
      }
      case SitesResult.NoSuchAccount _ -> {
        System.err.println("refused: there is no account of this name");
        yield 1;
      }
      case SitesResult.NoSuchSite unknown -> {
        System.err.println("refused: there is no site " + String.join(", ", unknown.siteIds()));
        yield 1;
      }
    };
  }
}
