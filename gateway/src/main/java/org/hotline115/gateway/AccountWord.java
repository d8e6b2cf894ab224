package org.hotline115.gateway;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AccountResult;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.store.Database;
import org.hotline115.gateway.config.GatewayConfig;
import org.jspecify.annotations.Nullable;

/** {@code account NAME ROLE "Display name"}: makes an account; the password is asked or piped. */
final class AccountWord {

  private static final AgentId BY = new AgentId("command-line");

  private AccountWord() {}

  /** Exit code 0 when the account is there now, 1 when it was refused, 2 when words are missing. */
  static int run(Path config, List<String> words) {
    if (words.size() != 3) {
      System.err.println(
          "account NAME LISTENER|COORDINATOR|SUPERVISOR|PLACE_MANAGER|ADMIN \"Display name\"");
      return 2;
    }
    Account account;
    try {
      account =
          new Account(
              new AgentId(words.get(0)),
              words.get(2),
              Role.valueOf(words.get(1).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException strange) {
      System.err.println("refused: " + strange.getMessage());
      return 2;
    }
    GatewayConfig.Records records = GatewayConfig.read(config, System::getenv).records();
    try (Database database =
        new Database(new Database.Settings(records.url(), records.user(), records.password(), 2))) {
      database.migrate();
      return say(
          new AccessFeature(database, SessionLimits.SHIFT, Clock.systemUTC())
              .createAccount()
              .create(account, password(), BY));
    }
  }

  @SuppressWarnings("SystemConsoleNull") // its type still says that it may be null
  private static String password() {
    @Nullable Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    return new Scanner(System.in, StandardCharsets.UTF_8).useDelimiter("\\R").next();
  }

  private static int say(AccountResult result) {
    return switch (result) {
      case AccountResult.Done _ -> {
        System.out.println("the account is there");
        yield 0;
      }
      case AccountResult.AlreadyThere _ -> {
        System.err.println("refused: there is an account of this name");
        yield 1;
      }
      case AccountResult.PasswordRefused refused -> {
        System.err.println(
            "refused: a password has %d to %d characters"
                .formatted(refused.lengthMin(), refused.lengthMax()));
        yield 1;
      }
      case AccountResult.NoSuchAccount _ -> throw new IllegalStateException("it was just made");
    };
  }
}
