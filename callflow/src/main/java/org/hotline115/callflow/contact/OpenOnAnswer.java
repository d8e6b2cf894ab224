package org.hotline115.callflow.contact;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the contact of a call when its agent answers, beside the call's lane: slow records must not
 * hold up the telephone. What could not be opened is tried again by {@link #retry}.
 */
public final class OpenOnAnswer implements CallObserver, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OpenOnAnswer.class);

  private final OpenContact openContact;
  private final CallRules rules;
  private final Function<Call, OpenContact.Keyed> keyed;
  private final Map<CallId, Call> missing = new ConcurrentHashMap<>();
  private final List<Consumer<Contact>> whenOpened = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("open-contact-", 0).factory());

  /**
   * Opens contacts.
   *
   * @param keyed what the person of this call answered by keypad; may throw {@code RecordsAway}
   */
  OpenOnAnswer(OpenContact openContact, CallRules rules, Function<Call, OpenContact.Keyed> keyed) {
    this.openContact = openContact;
    this.rules = rules;
    this.keyed = keyed;
  }

  /** Told each contact that is on record now. */
  public void whenOpened(Consumer<Contact> listener) {
    whenOpened.add(listener);
  }

  @Override
  public void callChanged(Call before, Call after) {
    if (!after.isAnswered() || after.agent() == null) {
      return;
    }
    boolean answeredBefore = before.isAnswered() && after.agent().equals(before.agent());
    if (!answeredBefore || isNews(before, after)) {
      missing.put(after.id(), after);
      threads.execute(() -> open(after.id()));
    }
  }

  /**
   * The first time this process hears who talks in it: after a restart, or when it was passed on.
   */
  private boolean isNews(Call before, Call after) {
    return after.state(rules) instanceof CallState.Talking now && !now.equals(before.state(rules));
  }

  private OpenContact.Answered answered(Call call) {
    AgentId agent =
        call.state(rules) instanceof CallState.Talking(AgentId talks) ? talks : call.agent();
    return new OpenContact.Answered(
        call.id(),
        Objects.requireNonNull(agent),
        call.callerKey(),
        call.language(),
        keyed.apply(call));
  }

  private void open(CallId callId) {
    Call call = missing.get(callId);
    if (call == null) {
      return;
    }
    try {
      Contact contact = openContact.forCall(answered(call));
      missing.remove(callId, call);
      whenOpened.forEach(listener -> listener.accept(contact));
    } catch (RecordsAway away) {
      LOG.atWarn().addKeyValue("callId", callId).log("a contact waits for the records");
    } catch (RuntimeException bug) {
      missing.remove(callId, call);
      LOG.atError().setCause(bug).addKeyValue("callId", callId).log("a contact was not opened");
    }
  }

  /** Every second or so; cheap when nothing waits. Returns how many still wait. */
  public int retry() {
    missing.keySet().forEach(this::open);
    return missing.size();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
