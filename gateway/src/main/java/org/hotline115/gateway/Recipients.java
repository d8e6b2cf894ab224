package org.hotline115.gateway;

import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.SealedNumber;
import org.hotline115.callflow.message.Recipient;

/** Who can be answered, from what networks, providers and people write as a number. */
public final class Recipients {

  private Recipients() {}

  /** Nothing for what is no telephone number. */
  public static Function<String, Optional<Recipient>> of(Callers callers) {
    return written -> {
      CallerIdentity identity = callers.identify(written);
      CallerKey key = identity.key();
      SealedNumber number = identity.number();
      return key == null || number == null
          ? Optional.empty()
          : Optional.of(new Recipient(key, callers.reveal(key, number)));
    };
  }
}
