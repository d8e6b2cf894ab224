package org.hotline115.callflow.callback;

import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** What is owed, and which promise a call keeps. Numbers only as their mask. */
public final class ReadCallbacks {

  /** A promise and the mask of its number, when the number is still known. */
  public record Seen(Callback callback, @Nullable PhoneNumber maskedNumber) {}

  private final JdbcCallbacks callbacks;
  private final JdbcWritten written;
  private final CallerStore callers;

  ReadCallbacks(JdbcCallbacks callbacks, JdbcWritten written, CallerStore callers) {
    this.callbacks = callbacks;
    this.written = written;
    this.callers = callers;
  }

  /** In the order of the ranks: the one that is next comes first. */
  public List<Seen> owed() {
    return callbacks.owed().stream().map(this::seen).toList();
  }

  /** True for who writes with us now, or waits to be answered in writing. */
  public boolean isWriting(CallerKey person) {
    return written.isWriting(person);
  }

  /** True when a promise with this number is owed: all that may be said to whoever keys it. */
  public boolean isOwed(String code) {
    return callbacks.isOwed(code);
  }

  public Optional<Seen> find(CallbackId id) {
    return callbacks.find(id).map(this::seen);
  }

  /** The promise that a call of ours keeps. */
  public Optional<Callback> keptBy(CallId call) {
    if (!call.isOutbound()) {
      return Optional.empty();
    }
    String number = call.linkedid().split("-", -1)[1];
    return callbacks.find(new CallbackId(Long.parseLong(number)));
  }

  /** The promise that a card shows: the one our call keeps, or the one its caller is owed. */
  public Optional<Seen> behind(Call call) {
    CallerKey caller = call.callerKey();
    if (call.id().isOutbound()) {
      return keptBy(call.id()).map(this::seen);
    }
    return caller == null || call.queue() == null
        ? Optional.empty()
        : callbacks.behind(call.id(), caller, call.queue()).map(this::seen);
  }

  private Seen seen(Callback callback) {
    return new Seen(callback, callers.numberOf(callback.caller()).orElse(null));
  }
}
