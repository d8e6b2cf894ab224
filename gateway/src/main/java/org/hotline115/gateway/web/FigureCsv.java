package org.hotline115.gateway.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.shelter.FigureLine;
import org.hotline115.callflow.shelter.TellByList;

/**
 * Reads {@code place_group,free} lines, as a spreadsheet or a script writes them: a comma or a
 * semicolon, any line end, quotes around a value. A line that cannot be read is kept as such and
 * answered by itself; only what is no such list at all is refused whole.
 */
final class FigureCsv {

  private static final String HEADER = "place_group[,;]free";
  private static final int GROUP_LENGTH_MAX = 64;

  private FigureCsv() {}

  static List<FigureLine> read(byte[] body) {
    String[] lines = utf8(body).split("\\r\\n|\\r|\\n", -1);
    if (!lines[0].replace("\uFEFF", "").replace("\"", "").replace(" ", "").matches(HEADER)) {
      throw Problem.of(400, "NO_HEADER", "the first line is place_group,free").refused();
    }
    List<FigureLine> read = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        read.add(line(i + 1, lines[i]));
      }
      if (read.size() > TellByList.LINES_MAX) {
        throw Problem.of(413, "TOO_MANY_LINES", "at most " + TellByList.LINES_MAX).refused();
      }
    }
    if (read.isEmpty()) {
      throw Problem.of(400, "NO_LINES", "there is no figure in this list").refused();
    }
    return read;
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException other) {
      throw Problem.of(400, "NOT_UTF8", "the list is not in UTF-8").refused();
    }
  }

  private static FigureLine line(int number, String text) {
    String[] values = text.split("[,;]", -1);
    String group = unquoted(values[0]);
    if (group.length() > GROUP_LENGTH_MAX || !group.matches("[a-z0-9][a-z0-9-]*")) {
      return FigureLine.malformed(number, StrictJson.shown(group), "place_group");
    }
    String free = values.length == 2 ? unquoted(values[1]) : "";
    return free.matches("[0-9]{1,3}")
        ? FigureLine.of(number, group, Integer.parseInt(free))
        : FigureLine.malformed(number, group, values.length == 2 ? "free" : "line");
  }

  private static String unquoted(String value) {
    String bare = value.strip();
    return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }
}
