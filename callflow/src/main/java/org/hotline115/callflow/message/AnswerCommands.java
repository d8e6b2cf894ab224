package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.jdbi.v3.core.Handle;

/**
 * Reads what nobody else knew: no more texts, texts again, help. Whatever else somebody writes is
 * answered once a day with how to reach a human; more often would be two machines that talk to each
 * other.
 */
final class AnswerCommands implements TakeInbound {

  private static final AgentId PERSON = new AgentId("person");
  private static final Duration ANSWER_IS_WORTH = Duration.ofMinutes(30);

  /** So often one number hears how to reach a human. */
  static final Duration AUTO_REPLY_EVERY = Duration.ofHours(24);

  private final Database database;
  private final JdbcOptOuts optOuts;
  private final JdbcServiceTexts texts;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;

  AnswerCommands(
      Database database,
      JdbcOptOuts optOuts,
      JdbcServiceTexts texts,
      JdbcAuditTrail audit,
      InstantSource clock) {
    this.database = database;
    this.optOuts = optOuts;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
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
      case STOP -> stop(text, sender, SmsPurpose.STOPPED);
      case STOP_ALL -> stop(text, sender, Set.of(SmsPurpose.ALL));
      case START -> start(text, sender);
      case HELP -> {
        autoReply(text, sender);
        yield Taking.TAKEN;
      }
      case YES, NO, OTHER -> {
        autoReply(text, sender);
        yield Taking.NOT_MINE; // kept: nobody knew what it meant
      }
    };
  }

  private Taking stop(InboundText text, Recipient sender, Set<String> purposes) {
    Instant now = clock.instant();
    database.inTransaction(handle -> {
      if (optOuts.refuse(handle, sender, purposes, now) > 0) {
        audited(handle, text, "TEXTS_REFUSED", now);
      }
      return put(handle, text, sender, TemplateCode.STOP_ACK);
    });
    return Taking.TAKEN;
  }

  private Taking start(InboundText text, Recipient sender) {
    Instant now = clock.instant();
    database.inTransaction(handle -> {
      if (optOuts.allowAgain(handle, sender) > 0) {
        audited(handle, text, "TEXTS_ALLOWED", now);
      }
      return put(handle, text, sender, TemplateCode.START_ACK);
    });
    return Taking.TAKEN;
  }

  private void autoReply(InboundText text, Recipient sender) {
    Instant horizon = clock.instant().minus(AUTO_REPLY_EVERY);
    database.inTransaction(handle -> {
      boolean isNew = !optOuts.wasToldSince(handle, sender, TemplateCode.AUTO_REPLY, horizon);
      return isNew ? put(handle, text, sender, TemplateCode.AUTO_REPLY) : ServiceTextResult.QUEUED;
    });
  }

  private void audited(Handle handle, InboundText text, String action, Instant now) {
    audit.append(handle, AuditEvent.of(now, PERSON, action, "INBOUND_TEXT", text.providerId()));
  }

  /** The text that came in is the cause: however often it is read, it is answered once. */
  private ServiceTextResult put(
      Handle handle, InboundText text, Recipient sender, TemplateCode template) {
    return texts.put(
        handle,
        new ServiceText(
            "ANSWER:" + text.providerId(),
            template,
            optOuts.languageOf(handle, sender),
            sender,
            Map.of(),
            clock.instant().plus(ANSWER_IS_WORTH)));
  }
}
