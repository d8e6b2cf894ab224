package org.hotline115.gateway;

import java.util.Optional;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.callback.Answers;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackWish;
import org.hotline115.callflow.callback.PromiseCallback;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.line.Voicemail;
import org.hotline115.callflow.line.VoicemailTask;

/** Who left a message with his number is promised a call, at the place of that moment. */
public record VoicemailPromises(CallStore calls, CallerStore callers, PromiseCallback promises)
    implements VoicemailTask.Maker {

  @Override
  public VoicemailTask make(Voicemail message, String queue) {
    CallId id = new CallId(message.callId());
    Optional<Call> call = calls.find(id);
    Optional<PhoneNumber> number = call.map(Call::callerKey).flatMap(callers::numberOf);
    if (number.isEmpty()) {
      return VoicemailTask.LISTEN;
    }
    String language = call.map(Call::language).orElse(Language.FR.code());
    promises.promise(
        new CallbackWish(
            id,
            message.line(),
            queue,
            number.get(),
            language,
            message.leftAt(),
            Answers.NONE,
            false,
            CallbackChannel.VOICE));
    return VoicemailTask.CALLBACK;
  }
}
