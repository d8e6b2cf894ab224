package org.hotline115.gateway.asterisk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline115.callflow.line.Line;
import org.jspecify.annotations.Nullable;

/** Which dialled numbers are the hotline, and which contexts of the dialplan its callers pass. */
final class Lines {

  /** Where calls come in (config/asterisk/etc/extensions.conf). */
  private static final String ENTRANCE = "from-caller";

  /** Where only callers of the hotline are. */
  private static final Set<String> INSIDE =
      Set.of(
          "hotline",
          "after-menu",
          "door",
          "queue",
          "queue-keys",
          "language-wanted",
          "callback-wish",
          "callback-after",
          "promised",
          "talked",
          "goodbye",
          "emergency",
          "rescue-missed",
          "closed",
          "voicemail");

  private final List<Line> lines;
  private final Map<String, String> lineByNumber;
  private final Set<String> queues;

  Lines(List<Line> lines) {
    this.lines = List.copyOf(lines);
    lineByNumber =
        lines.stream()
            .flatMap(line -> line.numbers().stream().map(number -> Map.entry(number, line.code())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    queues = lines.stream().map(Line::queue).collect(Collectors.toUnmodifiableSet());
  }

  /** The line of this code. Fail-open: what nobody knows is the first line, the public one. */
  Line line(String code) {
    return lines.stream()
        .filter(line -> line.code().equals(code))
        .findFirst()
        .orElseGet(lines::getFirst);
  }

  /** The line that was dialled, when this is a call to the hotline at its entrance. */
  Optional<String> dialled(@Nullable String context, @Nullable String exten) {
    if (exten == null || !ENTRANCE.equals(context)) {
      return Optional.empty();
    }
    String number = exten.startsWith("+33") ? "0" + exten.substring(3) : exten;
    return Optional.ofNullable(lineByNumber.get(number));
  }

  /** True where a channel can only be a caller of the hotline. */
  boolean inside(@Nullable String context, @Nullable String exten) {
    return (context != null && INSIDE.contains(context)) || dialled(context, exten).isPresent();
  }

  Set<String> queues() {
    return queues;
  }
}
