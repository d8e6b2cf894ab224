package org.hotline115.gateway.sms;

import java.util.List;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;

/** No provider: every text is shown on the page of texts, and none is sent. */
public final class JournalSms implements SmsGateway {

  @Override
  public String provider() {
    return "JOURNAL";
  }

  @Override
  public SendResult send(OutgoingText text) {
    return new SendResult.Shown();
  }

  /** What a crash left unknown was never more than a row: it may be shown again. */
  @Override
  public FindResult find(OutgoingText text) {
    return new FindResult.Listed(List.of());
  }
}
