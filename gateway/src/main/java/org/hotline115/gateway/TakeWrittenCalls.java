package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.callback.Answers;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackWish;
import org.hotline115.callflow.callback.PromiseCallback;
import org.hotline115.callflow.callback.PromiseResult;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TakeInbound;
import org.hotline115.callflow.message.TemplateCode;

/**
 * Who cannot hear or speak writes one of a line's words and has his place in the one order, at the
 * moment his text came; what he writes while he waits or is answered belongs to it. Asked twice
 * about a text it finds the promise that there is.
 */
public final class TakeWrittenCalls implements TakeInbound {

  /** {@code words}: which texts call this line; upper or lower case makes no difference. */
  public record WrittenLine(String line, String queue, List<String> words) {

    boolean isCalledBy(String body) {
      return words.stream().anyMatch(body.strip()::equalsIgnoreCase);
    }
  }

  private final List<WrittenLine> lines;
  private final PromiseCallback promises;
  private final ReadCallbacks callbacks;
  private final JdbcServiceTexts texts;
  private final InstantSource clock;
  private final ZoneId zone;

  public TakeWrittenCalls(
      List<WrittenLine> lines,
      PromiseCallback promises,
      ReadCallbacks callbacks,
      JdbcServiceTexts texts,
      InstantSource clock,
      ZoneId zone) {
    this.lines = List.copyOf(lines);
    this.promises = promises;
    this.callbacks = callbacks;
    this.texts = texts;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "WRITTEN_CALL";
  }

  @Override
  public Taking take(InboundText text) {
    Recipient sender = text.sender();
    if (sender == null) {
      return Taking.NOT_MINE;
    }
    return lines.stream()
        .filter(line -> line.isCalledBy(text.body()))
        .findFirst()
        .map(line -> promised(line, sender, text))
        .orElseGet(() -> callbacks.isWriting(sender.key()) ? Taking.TAKEN : Taking.NOT_MINE);
  }

  private Taking promised(WrittenLine line, Recipient sender, InboundText text) {
    PromiseResult result =
        promises.promise(
            new CallbackWish(
                new CallId("text-" + text.providerId()),
                line.line(),
                line.queue(),
                sender.number(),
                Language.FR.code(),
                text.receivedAt(),
                Answers.NONE,
                false,
                CallbackChannel.TEXT));
    if (result instanceof PromiseResult.Promised) {
      texts.put(
          ServiceText.answer(
              text,
              sender,
              TemplateCode.WRITTEN_ACK,
              Language.FR.code(),
              Map.of("at", LocalTime.ofInstant(text.receivedAt(), zone)),
              clock.instant()));
    }
    return Taking.TAKEN;
  }
}
