package org.hotline115.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.hotline115.gateway.asterisk.Prompts.PromptsMissing;
import org.hotline115.gateway.config.ConfigRefused;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.hotline115.gateway.embedded.OneMachine;

/** Reads the words on the command line and hands over. */
public final class Main {

  private static final String CONFIG = "--config";

  private Main() {}

  /** Exit code 0 when the word was carried out, 1 when it failed, 2 when it is not known. */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    List<String> words = Arrays.asList(arguments);
    String word = words.isEmpty() ? "" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    System.exit(
        switch (word) {
          case "demo" -> OneMachine.run(rest, System.out);
          case "run" -> withConfig(rest, (config, _) -> run(config));
          case "lines" -> withConfig(rest, (config, _) -> lines(config));
          case "account" -> withConfig(rest, AccountWord::run);
          case "sites" -> withConfig(rest, SitesWord::run);
          case "flags" -> withConfig(rest, FlagsWord::run);
          case "recompute" -> withConfig(rest, RecomputeWord::run);
          default -> usage();
        });
  }

  private interface Word {
    int carryOut(Path config, List<String> rest) throws InterruptedException, IOException;
  }

  /** A refused configuration is a page of sentences, never a stack trace. */
  private static int withConfig(List<String> words, Word word)
      throws InterruptedException, IOException {
    if (words.size() < 2 || !words.getFirst().equals(CONFIG)) {
      return usage();
    }
    try {
      return word.carryOut(Path.of(words.get(1)), words.subList(2, words.size()));
    } catch (ConfigRefused | PromptsMissing refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
  }

  private static int run(Path file) throws InterruptedException, IOException {
    GatewayConfig config = GatewayConfig.read(file, System::getenv);
    Path state = Path.of(System.getenv().getOrDefault("HOTLINE_STATE_FOLDER", ".hotline/state"));
    Optional<DemoPeople> people =
        Optional.ofNullable(System.getenv("HOTLINE_DEMO_ACCOUNTS"))
            .map(Path::of)
            .map(DemoPeople::read);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Hotline _ = Hotline.start(config, state, people)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, stopped)));
      stop.await();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** The table that Asterisk's dialplan must have: HOTLINE_LINES of config/asterisk/render.sh. */
  private static int lines(Path file) {
    System.out.println(
        GatewayConfig.read(file, System::getenv).telephone().lines().stream()
            .map(LineSetting::dialplan)
            .collect(Collectors.joining(" ")));
    return 0;
  }

  /** The JVM waits for this hook, the hook for an orderly end. */
  private static void end(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int usage() {
    System.err.println(
        """
        run --config FILE                       the gateway
        lines --config FILE                     the table of numbers for Asterisk's dialplan
        account --config FILE NAME ROLE "NAME"  makes an account, asks for its password
        sites --config FILE NAME [SITE ...]     for which sites a shelter's account speaks
        flags --config FILE NAME see|write ORGANISATION
                                                who may see vulnerabilities; none takes it away
        recompute --config FILE --month YYYY-MM [--freeze REASON]
                                                counts a published month again, or freezes it
        demo [--reset]                          everything on this machine\
        """);
    return 2;
  }
}
