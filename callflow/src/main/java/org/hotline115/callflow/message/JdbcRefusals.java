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

/** A refusal or its end, with the answer to who said it, in one transaction. */
final class JdbcRefusals {

  private final Database database;
  private final JdbcOptOuts optOuts;
  private final JdbcServiceTexts texts;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;

  JdbcRefusals(
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

  void refuse(InboundText text, Recipient sender, Set<String> purposes) {
    Instant now = clock.instant();
    database.inTransaction(handle -> {
      if (optOuts.refuse(handle, sender, purposes, now) > 0) {
        audited(handle, text, "TEXTS_REFUSED", now);
      }
      return put(handle, text, sender, TemplateCode.STOP_ACK);
    });
  }

  void allowAgain(InboundText text, Recipient sender) {
    Instant now = clock.instant();
    database.inTransaction(handle -> {
      if (optOuts.allowAgain(handle, sender) > 0) {
        audited(handle, text, "TEXTS_ALLOWED", now);
      }
      return put(handle, text, sender, TemplateCode.START_ACK);
    });
  }

  /** How to reach a human; not again within {@code every}. */
  void autoReply(InboundText text, Recipient sender, Duration every) {
    Instant horizon = clock.instant().minus(every);
    database.inTransaction(handle ->
        optOuts.wasToldSince(handle, sender, TemplateCode.AUTO_REPLY, horizon)
            ? ServiceTextResult.QUEUED
            : put(handle, text, sender, TemplateCode.AUTO_REPLY));
  }

  private void audited(Handle handle, InboundText text, String action, Instant now) {
    audit.append(
        handle, AuditEvent.of(now, AgentId.PERSON, action, "INBOUND_TEXT", text.providerId()));
  }

  private ServiceTextResult put(
      Handle handle, InboundText text, Recipient sender, TemplateCode template) {
    return texts.put(
        handle,
        ServiceText.answer(
            text, sender, template, optOuts.languageOf(handle, sender), Map.of(), clock.instant()));
  }
}
