package org.hotline115.gateway.asterisk;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hotline115.callflow.callback.MenuResult;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.intake.Voice;

/**
 * The voice of a caller who is about to stand in a queue: where it is full he is offered a callback
 * first. He may wait all the same, and does when he says nothing.
 */
record DoorVoice(Voice voice, Predicate<String> isFull, Function<Language, MenuResult> offer)
    implements Voice {

  @Override
  public Heard perform(Verb verb) {
    if (verb instanceof Verb.JoinQueue(String queue, Language language) && isFull.test(queue)) {
      return switch (offer.apply(language)) {
        case MenuResult.WaitsOn _ -> voice.perform(verb);
        case MenuResult.CallerGone _ -> new Heard.CallerGone();
        // What the dialplan must do is said to it already.
        case MenuResult.Promised _, MenuResult.HandedOff _ -> new Heard.Silence();
      };
    }
    return voice.perform(verb);
  }

  @Override
  public Duration length(Verb verb) {
    return voice.length(verb);
  }
}
