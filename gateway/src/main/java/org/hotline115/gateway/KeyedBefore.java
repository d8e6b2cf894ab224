package org.hotline115.gateway;

import java.util.function.Function;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.contact.OpenContact;

/** What the person keyed when the queue was full: the contact begins with it. */
public record KeyedBefore(ReadCallbacks callbacks) implements Function<Call, OpenContact.Keyed> {

  @Override
  public OpenContact.Keyed apply(Call call) {
    return callbacks
        .behind(call)
        .map(seen -> seen.callback().answers())
        .map(said -> new OpenContact.Keyed(said.people(), said.children()))
        .orElse(OpenContact.Keyed.NOTHING);
  }
}
