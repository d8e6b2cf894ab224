package org.hotline115.gateway.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.line.Holidays;
import org.hotline115.callflow.line.HoursText;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.line.LinePlan;

/**
 * Numbers people dial, whom they are for, and the queue they wait in. Asterisk's dialplan holds the
 * same table (HOTLINE_LINES of config/asterisk/render.sh), so that it routes without us.
 *
 * @param departements which ones it serves; none named: the deployment's own
 * @param weight a queue of greater weight is served first by who serves both
 * @param hours rules as {@link HoursText} reads them; none: open day and night
 * @param voicemail who finds it closed may leave a message
 * @param share at most one answer of so many while the first line waits; 0: no bound
 * @param rescue short numbers that an agent may ring for a caller in danger
 * @param languageWait who speaks another language than French waits so long for an agent who speaks
 *     it, while nobody else waits for that; 0s: not at all
 * @param textWords which texts to our number call this line in writing: for who cannot hear
 * @param waitingMax so many waiting, then a callback is offered at the door; 0: never
 */
public record LineSetting(
    String code,
    @Default("PUBLIC_115") LineKind kind,
    @Default("") String name,
    @Default("") List<String> departements,
    List<String> numbers,
    String queue,
    @Default("10") int weight,
    @Default("") List<String> hours,
    @Default("FRANCE") Holidays holidays,
    @Default("false") boolean voicemail,
    @Default("0") int waitingMax,
    @Default("") List<String> rescue,
    @Default("0") int share,
    @Default("30s") Duration languageWait,
    @Default("") List<String> textWords) {

  private static final List<String> RESCUE = List.of("15", "17", "18", "112");

  private static final Duration LANGUAGE_WAIT_MAX = Duration.ofMinutes(10);

  public LineSetting {
    rescue.forEach(
        number -> require(number.matches("[0-9]{2,3}"), "rescue must be short numbers such as 15"));
    require(code.matches("[a-z][a-z0-9-]{0,31}"), "code must be a-z, 0-9 and '-'");
    require(!numbers.isEmpty(), "numbers must name one number at least");
    numbers.forEach(
        number -> require(number.matches("[0-9]{2,15}"), "numbers must be 2 to 15 digits"));
    departements.forEach(departement ->
        require(
            departement.matches(GatewayConfig.DEPARTEMENT),
            "departements must be such as 34, 2A or 974"));
    require(queue.matches("[a-z][a-z0-9-]{0,31}"), "queue must be a-z, 0-9 and '-'");
    require(waitingMax >= 0 && waitingMax <= 10_000, "waitingMax must be 0 (no cap) to 10000");
    require(share >= 0 && share != 1 && share <= 99, "share must be 0 (no bound) or 2 to 99");
    require(languageWait.compareTo(LANGUAGE_WAIT_MAX) <= 0, "languageWait must be 0s to 10m");
    textWords.forEach(words ->
        require(!words.isBlank() && words.length() <= 40, "textWords are 1 to 40 characters"));
    require(weight >= 0 && weight <= 100, "weight must be from 0 to 100");
    boolean always = HoursText.read(hours, holidays).always();
    require(
        always || kind != LineKind.PUBLIC_115,
        "hours: a public 115 is open day and night, every day");
  }

  /** Whom an agent may ring for a caller in danger; the four that everybody knows by default. */
  public Set<RescueService> rescueServices() {
    return (rescue.isEmpty() ? RESCUE : rescue)
        .stream().map(RescueService::new).collect(Collectors.toUnmodifiableSet());
  }

  /** The line as the rules know it. */
  public Line line() {
    return new Line(
        code, kind, name.isEmpty() ? code : name, Set.copyOf(departements), numbers, queue);
  }

  /** The same with its hours. */
  public LinePlan plan() {
    return new LinePlan(
        line(),
        HoursText.read(hours, holidays),
        voicemail,
        waitingMax == 0 ? null : waitingMax,
        languageWait);
  }

  /** What HOTLINE_LINES of config/asterisk/render.sh must say about it. */
  public String dialplan() {
    return numbers.stream()
        .map(number -> number + "=" + code + ":" + queue + ":" + weight + capAndShare())
        .collect(Collectors.joining(" "));
  }

  private String capAndShare() {
    if (share > 0) {
      return ":" + waitingMax + ":" + share;
    }
    return waitingMax == 0 ? "" : ":" + waitingMax;
  }

  static void requireDistinct(List<LineSetting> lines) {
    require(!lines.isEmpty(), "lines must name one line at least");
    Set<String> codes = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    for (LineSetting line : lines) {
      require(codes.add(line.code()), "there are two lines " + line.code());
      line.numbers()
          .forEach(
              number -> require(numbers.add(number), "the number " + number + " is on two lines"));
    }
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
