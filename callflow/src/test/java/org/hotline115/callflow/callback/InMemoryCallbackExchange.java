package org.hotline115.callflow.callback;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.callflow.call.CallId;

/** An exchange that only notes who stands in its queue. Takes an id once, as the real one does. */
public final class InMemoryCallbackExchange implements CallbackExchange {

  public final Map<CallId, Placeholder> standing = new ConcurrentHashMap<>();
  public volatile boolean down;

  @Override
  public boolean place(Placeholder placeholder) {
    if (down) {
      return false;
    }
    standing.putIfAbsent(placeholder.call(), placeholder);
    return true;
  }

  @Override
  public boolean withdraw(CallId placeholder) {
    if (down) {
      return false;
    }
    standing.remove(placeholder);
    return true;
  }
}
