package org.hotline115.callflow.appointment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.Receipt;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;

/** A provider that takes every text, keeps what it took for ever, and lists it when asked. */
public final class ListingProvider implements SmsGateway {

  public final List<OutgoingText> taken = new CopyOnWriteArrayList<>();

  /** It takes the next text, and its answer is lost on the way. */
  public volatile boolean losesItsAnswer;

  @Override
  public String provider() {
    return "LIST";
  }

  @Override
  public SendResult send(OutgoingText text) {
    taken.add(text);
    return losesItsAnswer
        ? new SendResult.Unknown("TIMEOUT")
        : new SendResult.Accepted("SM" + text.id());
  }

  @Override
  public FindResult find(OutgoingText text) {
    return new FindResult.Listed(
        taken.stream()
            .filter(one -> one.to().equals(text.to()) && one.body().equals(text.body()))
            .map(one -> new Receipt("SM" + one.id(), MessageStatus.SENT, null))
            .toList());
  }

  public List<String> bodies() {
    return taken.stream().map(OutgoingText::body).toList();
  }
}
