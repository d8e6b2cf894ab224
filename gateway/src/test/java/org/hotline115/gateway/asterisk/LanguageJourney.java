package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said while one waits is said in the language one chose, by Asterisk itself. */
class LanguageJourney {

  @TempDir static Path folder;

  @Test
  void eachHearsHisRealPositionInHisLanguage() {
    List<Sipp> callers = new ArrayList<>();
    try (TestAsterisk asterisk =
            TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), List.of())
                .start();
        Database database = TestServers.database();
        PhoneFeature phone = PhoneKit.feature(asterisk, database, folder.resolve("state"))) {
      Path said = asterisk.folder().resolve("log/said.log");
      asterisk.cli("logger", "add", "channel", said.toString(), "verbose(5)");
      PhoneKit.up(phone);
      int position = 1;
      for (String key : List.of("0", "6", "8")) {
        callers.add(Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(120)).pressing(key)));
        int expected = position;
        await(
            key + " waits at " + position,
            Duration.ofSeconds(45),
            () -> phone.liveQueues().view("public").waiting() == expected);
        position++;
      }

      position = 2;
      for (String language : List.of("ar", "fa")) {
        String number = "hotline/number/%d.slin' (language '%s')".formatted(position, language);
        await(number, Duration.ofSeconds(30), () -> read(said).contains(number));
        assertThat(read(said)).contains("hotline/p08_wait.1.slin' (language '" + language + "')");
        position++;
      }
      assertThat(asterisk.messages()).doesNotContain("does not exist in any format");
      asterisk.cli("channel", "request", "hangup", "all");
    } finally {
      callers.forEach(Sipp::close);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
