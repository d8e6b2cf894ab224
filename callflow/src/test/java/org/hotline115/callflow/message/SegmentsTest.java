package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hotline115.callflow.message.Segments.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

  @ParameterizedTest
  @CsvSource({
    "a, 0, GSM7, 0, 1",
    "a, 160, GSM7, 160, 1",
    "a, 161, GSM7, 161, 2",
    "a, 306, GSM7, 306, 2",
    "a, 307, GSM7, 307, 3",
    "€, 80, GSM7, 160, 1",
    "€, 81, GSM7, 162, 2",
    "ç, 70, UCS2, 70, 1",
    "ç, 71, UCS2, 71, 2",
    "ç, 134, UCS2, 134, 2",
    "ç, 135, UCS2, 135, 3",
    "👍, 35, UCS2, 70, 1",
    "👍, 36, UCS2, 72, 2",
  })
  void theBordersAreWhereTheNetworksPutThem(
      String character, int times, Encoding encoding, int units, int count) {
    assertThat(Segments.of(character.repeat(times)))
        .isEqualTo(new Segments(encoding, units, count));
  }

  @Test
  void anEscapeIsNotCutFromItsCharacter() {
    // 152 + 2: the pair would be cut at 153, so it goes to the next part, and 152 more fill that
    // one
    String text = "a".repeat(152) + "€" + "a".repeat(151);
    assertThat(Segments.of(text)).isEqualTo(new Segments(Encoding.GSM7, 305, 2));
    assertThat(Segments.of(text + "a")).isEqualTo(new Segments(Encoding.GSM7, 306, 3));
  }

  @Test
  void aSurrogatePairIsNotCut() {
    String text = "ç".repeat(66) + "👍" + "ç".repeat(65);
    assertThat(Segments.of(text)).isEqualTo(new Segments(Encoding.UCS2, 133, 2));
    assertThat(Segments.of(text + "ç")).isEqualTo(new Segments(Encoding.UCS2, 134, 3));
  }

  /** The count of parts against a plain simulation that fills them one character after another. */
  @Test
  void randomTextsFillTheirPartsAsAPhoneWould() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> alphabet = List.of("a", "é", "€", "[", "\n", "à", "Δ", "ç", "👍", "’");
    for (int i = 0; i < 3_000; i++) {
      int reach = random.nextBoolean() ? 7 : alphabet.size();
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(330); length > 0; length--) {
        text.append(alphabet.get(random.nextInt(reach)));
      }
      assertThat(Segments.of(text.toString()).count())
          .as("seed %d text %d", seed, i)
          .isEqualTo(parts(text.toString()));
    }
  }

  private static int parts(String text) {
    boolean gsm = text.codePoints().allMatch(c -> "aéàΔ\n€[".indexOf(c) >= 0);
    String wire = gsm ? text.replace("€", "\u001be").replace("[", "\u001b<") : text;
    if (wire.length() <= (gsm ? 160 : 70)) {
      return 1;
    }
    int parts = 0;
    int at = 0;
    while (at < wire.length()) {
      int end = Math.min(at + (gsm ? 153 : 67), wire.length());
      char last = wire.charAt(end - 1);
      if (end < wire.length() && (last == '\u001b' || Character.isHighSurrogate(last))) {
        end--;
      }
      at = end;
      parts++;
    }
    return parts;
  }
}
