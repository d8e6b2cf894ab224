package org.hotline115.callflow.line;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.callflow.line.OpeningHours.Closure;

/**
 * Tells the exchange how each line stands: the closure that lasts or comes next, the cap, whether a
 * message may be left, how long one waits for a language. Only what changed is told; after a
 * reconnection everything.
 */
public final class MirrorLines implements Runnable {

  private final ReadLines lines;
  private final ExchangeMemory exchange;
  private final Map<String, String> told = new ConcurrentHashMap<>();

  MirrorLines(ReadLines lines, ExchangeMemory exchange) {
    this.lines = lines;
    this.exchange = exchange;
  }

  /** The exchange was away: what it remembers is not known any more. */
  public void forget() {
    told.clear();
  }

  /** Every few seconds, and after each decision. */
  @Override
  public void run() {
    lines.refresh();
    for (LineStatus status : lines.all()) {
      if (!tell(status)) {
        return; // the exchange does not answer: all the rest would only wait for it again
      }
    }
  }

  private boolean tell(LineStatus status) {
    String line = status.plan().line().code();
    Closure closure = status.closure();
    Integer cap = status.cap();
    return tell("LINE_CLOSED_FROM", line, closure == null ? 0 : closure.from().getEpochSecond())
        && tell("LINE_CLOSED_UNTIL", line, closure == null ? 0 : closure.until().getEpochSecond())
        && tell("LINE_VOICEMAIL", line, status.plan().voicemail() ? 1 : 0)
        && tell("LINE_LANGUAGE_WAIT", line, status.plan().languageWait().toSeconds())
        && tell("LINE_CAP", line, cap == null ? -1 : cap);
  }

  private boolean tell(String name, String line, long value) {
    String key = name + "_" + line;
    String text = Long.toString(value);
    if (text.equals(told.get(key))) {
      return true;
    }
    if (!exchange.keep(name, line, text)) {
      return false;
    }
    told.put(key, text);
    return true;
  }
}
