package org.hotline115.callflow.message;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A provider without a network: does what a test says, and remembers what it was given. */
final class ScriptedSms implements SmsGateway {

  final List<OutgoingText> given = new CopyOnWriteArrayList<>();
  final List<OutgoingText> lookedFor = new CopyOnWriteArrayList<>();
  final Map<String, Receipt> listed = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  volatile Function<OutgoingText, SendResult> answer = text -> accept();
  volatile boolean canList = true;

  SendResult accept() {
    return new SendResult.Accepted("SM" + ids.incrementAndGet());
  }

  @Override
  public String provider() {
    return "SCRIPT";
  }

  @Override
  public SendResult send(OutgoingText text) {
    given.add(text);
    return answer.apply(text);
  }

  @Override
  public FindResult find(OutgoingText text) {
    lookedFor.add(text);
    return canList ? new FindResult.Listed(List.copyOf(listed.values())) : new FindResult.Away();
  }
}
