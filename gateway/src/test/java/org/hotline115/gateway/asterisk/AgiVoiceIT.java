package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.IntakeResult;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.AskedAside;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digits asked for and said back, over a FastAGI connection whose other end presses keys. */
class AgiVoiceIT {

  @TempDir Path folder;

  private final List<String> commands = new ArrayList<>();

  /** Performs one verb for a caller who presses these keys, one at each chance; then silence. */
  private Heard perform(Verb verb, String keys) throws IOException {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    AmiLink nowhere =
        new AmiLink(
            new GatewayConfig.Ami("127.0.0.1", 1, "gateway", new Secret("no secret at all")),
            new Inbox(),
            meters);
    Prompts prompts = Prompts.in(FakePrompts.in(folder));
    Menus menus = new Menus(_ -> java.util.OptionalInt.empty());
    AtomicReference<Heard> heard = new AtomicReference<>();
    menus.bring(
        LineKind.PUBLIC_115,
        _ ->
            voice -> {
              heard.set(voice.perform(verb));
              return new IntakeResult.Served(Language.FR);
            });
    int port = TestAsterisk.freePort();
    MenuScript script =
        new MenuScript(
            new IncomingCalls(
                new Lines(PhoneKit.LINES.stream().map(LineSetting::line).toList()),
                CallerTestKit.callers()),
            menus,
            (channel, _) ->
                new AgiVoice(
                    channel,
                    prompts,
                    new Watchdog(nowhere),
                    new PlaceLookup(Optional::empty, _ -> {}),
                    new AskedAside<>("nothing", Optional::empty)),
            _ -> {},
            InstantSource.system(),
            meters);
    try (MenuServer server =
        new MenuServer(
            new GatewayConfig.FastAgi("127.0.0.1", port, 2), Map.of("hotline", script), meters)) {
      server.begin();
      converse(port, keys);
    }
    return heard.get();
  }

  private void converse(int port, String keys) throws IOException {
    Deque<Character> presses = new ArrayDeque<>();
    keys.chars().forEach(key -> presses.add((char) key));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(8_000);
      socket
          .getOutputStream()
          .write(
              "agi_network_script: hotline\nagi_channel: PJSIP/x\nagi_uniqueid: hotline1-1.1\n\n"
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        boolean listens = line.startsWith("STREAM") || line.startsWith("WAIT FOR DIGIT");
        int pressed = listens && !presses.isEmpty() ? presses.poll() : 0;
        socket
            .getOutputStream()
            .write(
                "200 result=%d endpos=0\n".formatted(pressed).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static Verb asks(int max) {
    return new Verb.AskDigits(Prompt.P04_DATA, Language.FR, max);
  }

  @Test
  void digitsEndWithTheHash() throws IOException {
    assertThat(perform(asks(10), "0612#")).isEqualTo(new Heard.Digits("0612"));
  }

  @Test
  void digitsEndWhenThereAreEnough() throws IOException {
    assertThat(perform(asks(3), "12345")).isEqualTo(new Heard.Digits("123"));
  }

  @Test
  void digitsEndWithAPause() throws IOException {
    assertThat(perform(asks(10), "15")).isEqualTo(new Heard.Digits("15"));
  }

  @Test
  void whoPressesNothingOrOnlyTheHashIsSilent() throws IOException {
    assertThat(perform(asks(10), "")).isEqualTo(new Heard.Silence());
    assertThat(perform(asks(10), "#")).isEqualTo(new Heard.Silence());
  }

  @Test
  void aNumberIsReadBackDigitByDigit() throws IOException {
    assertThat(perform(new Verb.SayDigits("021", Language.EN), "")).isEqualTo(new Heard.Silence());
    assertThat(commands)
        .filteredOn(command -> command.startsWith("STREAM"))
        .extracting(command -> command.split("\"")[1])
        .containsExactly("hotline/number/0", "hotline/number/2", "hotline/number/1");
  }
}
