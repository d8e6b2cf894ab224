package org.hotline115.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackTexts;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TemplateCode;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of promises, through the outbox. A text that cannot be written takes nothing from the
 * promise: it is logged and goes without.
 */
record CallbackTextsByOutbox(
    JdbcServiceTexts texts, CallerStore callers, InstantSource clock, ZoneId zone)
    implements CallbackTexts {

  private static final Logger log = LoggerFactory.getLogger(CallbackTextsByOutbox.class);
  private static final Duration FRESH = Duration.ofHours(1);

  @Override
  public void ticket(Callback callback) {
    write(callback, TemplateCode.CALLBACK_QUEUED, callback.dueBy(), callback.dueBy());
  }

  @Override
  public void failed(Callback callback) {
    Instant now = clock.instant();
    write(callback, TemplateCode.CALLBACK_FAILED, now, now.plus(FRESH));
  }

  private void write(Callback callback, TemplateCode template, Instant at, Instant notAfter) {
    LocalTime hour = LocalTime.ofInstant(at, zone);
    try {
      callers
          .numberOf(callback.caller())
          .ifPresent(number ->
              texts.put(
                  new ServiceText(
                      template + ":" + callback.id(),
                      template,
                      callback.language(),
                      new Recipient(callback.caller(), number),
                      Map.of("dueBy", hour, "triedAt", hour, "code", callback.code()),
                      notAfter)));
    } catch (RecordsAway away) {
      log.atWarn().addKeyValue("callback", callback.id()).log("a text of a promise is not written");
    }
  }
}
