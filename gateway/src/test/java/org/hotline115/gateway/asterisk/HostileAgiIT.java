package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.AskedAside;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may come to the menu's port besides Asterisk: it survives, and good callers are led. */
class HostileAgiIT {

  private static final int CALLERS_MAX = 20;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<CallFact> facts = new CopyOnWriteArrayList<>();
  private final int port = TestAsterisk.freePort();
  private MenuServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    GatewayConfig.Ami nowhere =
        new GatewayConfig.Ami("127.0.0.1", 1, "gateway", new Secret("no secret at all"));
    AmiLink link = new AmiLink(nowhere, new Inbox(), meters);
    Prompts prompts = Prompts.in(FakePrompts.in(folder));
    MenuScript script =
        new MenuScript(
            new IncomingCalls(
                new Lines(PhoneKit.LINES.stream().map(LineSetting::line).toList()),
                CallerTestKit.callers()),
            new Menus(queue -> OptionalInt.empty()),
            (channel, _) ->
                new AgiVoice(
                    channel,
                    prompts,
                    new Watchdog(link),
                    new PlaceLookup(Optional::empty, _ -> {}),
                    new AskedAside<>("nothing", Optional::empty)),
            facts::add,
            InstantSource.system(),
            meters);
    server =
        new MenuServer(
            new GatewayConfig.FastAgi("127.0.0.1", port, CALLERS_MAX),
            Map.of("hotline", script),
            meters);
    server.begin();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String request(String script, String uniqueid, String more) {
    return "agi_network: yes\n"
        + "agi_network_script: "
        + script
        + "\n"
        + "agi_request: agi://127.0.0.1/"
        + script
        + "\n"
        + "agi_channel: PJSIP/anonymous-0\n"
        + "agi_uniqueid: "
        + uniqueid
        + "\n"
        + "agi_callerid: 0612345678\n"
        + "agi_context: hotline\nagi_extension: 115\nagi_priority: 10\n"
        + more
        + "\n";
  }

  /** Answers every command with {@code reply} and gives back the commands. */
  private List<String> talk(String request, String reply) throws IOException {
    List<String> commands = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(8_000);
      OutputStream out = socket.getOutputStream();
      try {
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (!line.contains(
              "AJ_AGISTATUS")) { // Asterisk-Java's own last word, which we do not use
            commands.add(line);
          }
          out.write(reply.getBytes(StandardCharsets.UTF_8));
          out.flush();
        }
      } catch (SocketException closedByTheServer) {
        commands.add("closed");
      }
    }
    return commands;
  }

  private void aGoodCallerIsLedToTheQueue() throws IOException {
    List<String> commands = talk(request("hotline", "hotline1-1.77", ""), "200 result=0\n");

    assertThat(commands)
        .anyMatch(command -> command.contains("p01_welcome"))
        .contains("SET VARIABLE \"HOTLINE_ACTION\" \"queue\"");
    assertThat(commands.getLast()).isEqualTo("SET VARIABLE \"HOTLINE_DONE\" \"1\"");
  }

  @Test
  void aCallerIsLedThroughTheMenuWithSuccessSaidLast() throws IOException {
    aGoodCallerIsLedToTheQueue();

    assertThat(facts).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "org.hotline115.gateway.Main", "", "hotline/../y", "%00"})
  void anotherScriptIsNoScript(String script) throws IOException {
    assertThat(talk(request(script, "hotline1-1.1", ""), "200 result=0\n"))
        .noneMatch(command -> command.contains("STREAM"));
    aGoodCallerIsLedToTheQueue();
  }

  @Test
  void aRequestWithoutEndIsGivenUpInTime() throws IOException {
    long start = System.nanoTime();

    talk("agi_network: yes\nagi_uniqueid: hotline1-1.2\n", "");

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(500), GuardedSocket.REQUEST_WITHIN.plusSeconds(3));
    aGoodCallerIsLedToTheQueue();
  }

  @Test
  void tenThousandHeadersAndAnEndlessLineAreCutOff() throws IOException {
    talk(request("hotline", "hotline1-1.3", "agi_x: y\n".repeat(10_000)), "200 result=0\n");
    talk(request("hotline", "hotline1-1.4", "agi_x: " + "y".repeat(1_000_000) + "\n"), "");

    assertThat(facts).isEmpty();
    aGoodCallerIsLedToTheQueue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "\n",
        "\n\n\n",
        "\0\0\0\n\n",
        "agi_\n\n",
        ": \n\n"
      })
  void whatIsNoFastAgiIsNoCaller(String bytes) throws IOException {
    talk(bytes, "200 result=0\n");

    assertThat(facts).isEmpty();
    aGoodCallerIsLedToTheQueue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agi_callerid: unknown\n",
        "agi_callerid:\n",
        "agi_calleridname: ${SHELL(id)}\n",
        "agi_calleridname: \"a\\\" \\r\\nAction: x\\\\\n",
        "agi_calleridname: x\nagi_calleridname: y\n",
        "nothing here\n"
      })
  void aStrangeCallerIsLedAsAnyOther(String header) throws IOException {
    assertThat(talk(request("hotline", "hotline1-1.5", header), "200 result=0\n").getLast())
        .isEqualTo("SET VARIABLE \"HOTLINE_DONE\" \"1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HANGUP\n200 result=0\n",
        "510 Invalid or unknown command\n",
        "520-Invalid command syntax.\nusage\n520 End of proper usage.\n",
        "nonsense\n",
        "200 result=-1\n",
        "200 result=99999999999999999999\n",
        "\0\n"
      })
  void aStrangeReplyEndsOneCallAndNoOther(String reply) throws IOException {
    talk(request("hotline", "hotline1-1.6", ""), reply);

    aGoodCallerIsLedToTheQueue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "agi_arg_1: nowhere\n", "agi_arg_1: ../../x\n", "agi_arg_1:\n"})
  void aLineThatNobodyKnowsIsThePublicOne(String argument) throws IOException {
    assertThat(talk(request("hotline", "hotline1-1.9", argument), "200 result=0\n"))
        .contains("SET VARIABLE \"HOTLINE_QUEUE\" \"public\"");
  }

  @Test
  void theLineOfTheRequestDecidesTheMenuAndTheQueue() throws IOException {
    assertThat(
            talk(
                request("hotline", "hotline1-1.10", "agi_arg_1: professional\n"), "200 result=0\n"))
        .anyMatch(command -> command.contains("p12_pro"))
        .contains("SET VARIABLE \"HOTLINE_QUEUE\" \"professional\"");
  }

  @Test
  void theSameCallTwiceAtOnceIsLedOnce() throws Exception {
    try (Socket first = new Socket(InetAddress.getLoopbackAddress(), port)) {
      first.setSoTimeout(5_000);
      first
          .getOutputStream()
          .write(request("hotline", "hotline1-1.8", "").getBytes(StandardCharsets.US_ASCII));
      assertThat(first.getInputStream().read()).isEqualTo('S');

      assertThat(talk(request("hotline", "hotline1-1.8", ""), "200 result=0\n"))
          .noneMatch(command -> command.contains("STREAM"));
    }
    assertThat(meters.counter("callflow_intake_calls", "outcome", "refused").count()).isEqualTo(1);
  }

  @Test
  void whoFindsEveryMenuTakenIsLetGoAtOnceAndCounted() throws Exception {
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < CALLERS_MAX; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        held.add(socket);
        socket.setSoTimeout(5_000);
        socket
            .getOutputStream()
            .write(request("hotline", "hotline1-2." + i, "").getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('S');
      }
      try (Socket late = new Socket(InetAddress.getLoopbackAddress(), port)) {
        late.setSoTimeout(2_000);
        assertThat(late.getInputStream().read()).isEqualTo(-1);
      } catch (SocketTimeoutException hangs) {
        throw new AssertionError("the late caller waits in silence", hangs);
      }
      assertThat(meters.counter("gateway_menu_refused").count()).isEqualTo(1);
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }
}
