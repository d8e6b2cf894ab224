package org.hotline115.gateway.asterisk;

import java.util.Objects;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/** Ties the link to the phone system, which needs the link to be built. */
final class Inbox implements AmiLink.Listener {

  private volatile AmiLink.@Nullable Listener target;

  void leadsTo(AmiLink.Listener listener) {
    target = listener;
  }

  private AmiLink.Listener target() {
    return Objects.requireNonNull(target, "the link was started before it was wired");
  }

  @Override
  public void loggedIn() {
    target().loggedIn();
  }

  @Override
  public void event(ManagerEvent event) {
    target().event(event);
  }

  @Override
  public void disconnected() {
    target().disconnected();
  }
}
