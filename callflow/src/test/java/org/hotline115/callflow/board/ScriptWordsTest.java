package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words that the scripts say are the records of the sealed results, and their fields agree. */
class ScriptWordsTest {

  private static final Path FOLDER = Path.of("src/main/java/org/hotline115/callflow/board");
  private static final Pattern WORD = Pattern.compile("'([A-Z][a-z]+[A-Za-z]*)'");

  @Test
  void holdPlaceSaysTheRecordsOfHoldResult() throws IOException {
    assertThat(words("hold_place.lua")).isEqualTo(records(HoldResult.class));
  }

  @Test
  void theMovesSayTheRecordsOfHoldAnswer() throws IOException {
    Set<String> moves = new TreeSet<>();
    Set<String> shared = words("board_change.lua");
    for (String script :
        new String[] {
          "extend_hold.lua",
          "offer_hold.lua",
          "pin_hold.lua",
          "release_hold.lua",
          "convert_hold.lua"
        }) {
      moves.addAll(words(script));
    }
    moves.addAll(shared);
    assertThat(moves).isEqualTo(records(HoldAnswer.class));
  }

  @Test
  void takeCapacitySaysTheRecordsOfCapacityAnswer() throws IOException {
    assertThat(words("take_capacity.lua")).isEqualTo(records(CapacityAnswer.class));
  }

  @Test
  void theHeaderOfEachScriptListsWhatItReturns() throws IOException {
    for (String script : new String[] {"hold_place.lua", "take_capacity.lua", "expire_holds.lua"}) {
      String header = Files.readString(FOLDER.resolve(script)).split("\n\n")[0];
      for (String word : words(script)) {
        assertThat(header).as(script).contains(word);
      }
    }
  }

  @Test
  void theFieldsOfALineStandInTheSameOrderOnBothSides() throws IOException {
    String script = Files.readString(FOLDER.resolve("board_change.lua"));
    assertThat(list(script, "GROUP")).isEqualTo(String.join(" ", BoardLine.GROUP));
    assertThat(list(script, "HOLD")).isEqualTo(String.join(" ", BoardLine.HOLD));
  }

  private static String list(String script, String name) {
    Matcher found = Pattern.compile("local " + name + " = \\{([^}]*)}").matcher(script);
    assertThat(found.find()).isTrue();
    return found.group(1).replaceAll("[',]+", " ").strip().replaceAll(" +", " ");
  }

  /** Every word that stands first in a returned list. */
  private static Set<String> words(String script) throws IOException {
    String text = Files.readString(FOLDER.resolve(script));
    Set<String> words = new TreeSet<>();
    Matcher word = WORD.matcher(text.replaceAll("--.*", ""));
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }

  private static Set<String> records(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
