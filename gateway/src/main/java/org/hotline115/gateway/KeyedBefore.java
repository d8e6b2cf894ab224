package org.hotline115.gateway;

import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.callback.Answers;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.contact.OpenContact;
import org.hotline115.callflow.place.PostalCodes;
import org.hotline115.gateway.config.CommuneFile;
import org.jspecify.annotations.Nullable;

/** What the person keyed when the queue was full: the contact begins with it. */
public record KeyedBefore(ReadCallbacks callbacks, PostalCodes postalCodes)
    implements Function<Call, OpenContact.Keyed> {

  /** With the postal codes of the deployment's own folder. */
  static KeyedBefore of(CallbackFeature callbacks, Ground ground) {
    return new KeyedBefore(
        callbacks.readCallbacks(), CommuneFile.postalCodes(ground.config().deployment().folder()));
  }

  @Override
  public OpenContact.Keyed apply(Call call) {
    return callbacks
        .behind(call)
        .map(seen -> seen.callback().answers())
        .map(said -> new OpenContact.Keyed(said.people(), said.children(), commune(said)))
        .orElse(OpenContact.Keyed.NOTHING);
  }

  private @Nullable String commune(Answers said) {
    return Optional.ofNullable(said.where()).flatMap(postalCodes::commune).orElse(null);
  }
}
