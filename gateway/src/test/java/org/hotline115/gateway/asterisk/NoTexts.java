package org.hotline115.gateway.asterisk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackTexts;

/** Texts of promises that are only noted. */
public final class NoTexts implements CallbackTexts {

  final List<String> written = new CopyOnWriteArrayList<>();

  @Override
  public void ticket(Callback callback) {
    written.add("ticket " + callback.id());
  }

  @Override
  public void failed(Callback callback) {
    written.add("failed " + callback.id());
  }
}
