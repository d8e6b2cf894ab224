package org.hotline115.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.vulnerability.Right;
import org.hotline115.callflow.vulnerability.VulnerabilityFeature;
import org.hotline115.gateway.config.GatewayConfig;
import org.jspecify.annotations.Nullable;

/**
 * {@code flags NAME see|write ORGANISATION}, {@code flags NAME none}: who may see vulnerabilities,
 * and which organisation's.
 */
final class FlagsWord {

  private static final AgentId BY = new AgentId("command-line");

  private FlagsWord() {}

  /** Exit code 0 when it is so now, 1 when it was refused, 2 when words are missing. */
  static int run(Path config, List<String> words) {
    boolean takes = words.size() == 2 && words.get(1).equals("none");
    boolean gives = words.size() == 3 && List.of("see", "write").contains(words.get(1));
    if (!takes && !gives) {
      System.err.println("flags NAME see|write ORGANISATION, or flags NAME none");
      return 2;
    }
    try {
      AgentId agent = new AgentId(words.getFirst());
      return give(config, agent, takes ? null : right(words.get(1), words.get(2)));
    } catch (IllegalArgumentException strange) {
      System.err.println("refused: " + strange.getMessage());
      return 2;
    }
  }

  static Right right(String word, String organisation) {
    return new Right(organisation, word.equals("write"));
  }

  private static int give(Path config, AgentId agent, @Nullable Right right) {
    GatewayConfig.Records records = GatewayConfig.read(config, System::getenv).records();
    try (Database database =
        new Database(new Database.Settings(records.url(), records.user(), records.password(), 2))) {
      database.migrate();
      return switch (VulnerabilityFeature.giveRight(database, Clock.systemUTC())
          .give(agent, right, BY)) {
        case DONE -> {
          System.out.println(right == null ? "the right is taken away" : "the right is given");
          yield 0;
        }
        case NO_SUCH_ACCOUNT -> {
          System.err.println("refused: there is no account of this name");
          yield 1;
        }
      };
    }
  }
}
