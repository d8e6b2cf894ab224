package org.hotline115.callflow.message;

import java.time.Duration;
import java.util.Set;

/**
 * Reads what nobody else knew: no more texts, texts again, help. Whatever else somebody writes is
 * answered once a day with how to reach a human; more often would be two machines that talk to each
 * other.
 */
final class AnswerCommands implements TakeInbound {

  /** So often one number hears how to reach a human. */
  static final Duration AUTO_REPLY_EVERY = Duration.ofHours(24);

  private final JdbcRefusals refusals;

  AnswerCommands(JdbcRefusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public String name() {
    return "COMMANDS";
  }

  @Override
  public Taking take(InboundText text) {
    Recipient sender = text.sender();
    if (sender == null) {
      return Taking.NOT_MINE; // a name or a short code cannot be answered
    }
    return switch (Reply.read(text.body())) {
      case STOP -> {
        refusals.refuse(text, sender, SmsPurpose.STOPPED);
        yield Taking.TAKEN;
      }
      case STOP_ALL -> {
        refusals.refuse(text, sender, Set.of(SmsPurpose.ALL));
        yield Taking.TAKEN;
      }
      case START -> {
        refusals.allowAgain(text, sender);
        yield Taking.TAKEN;
      }
      case HELP -> {
        refusals.autoReply(text, sender, AUTO_REPLY_EVERY);
        yield Taking.TAKEN;
      }
      case YES, NO, OTHER -> {
        refusals.autoReply(text, sender, AUTO_REPLY_EVERY);
        yield Taking.NOT_MINE; // kept: nobody knew what it meant
      }
    };
  }
}
