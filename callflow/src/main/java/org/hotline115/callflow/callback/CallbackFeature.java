package org.hotline115.callflow.callback;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.store.Database;

/** Callbacks, put together. */
public final class CallbackFeature implements AutoCloseable {

  /** What the promises stand on. */
  public record Ground(
      Database database,
      Callers callers,
      CallerStore callerStore,
      RecordCall calls,
      PhoneNumbers numbers,
      AuditTrail audit,
      InstantSource clock,
      ZoneId zone) {}

  private final PromiseWorker worker = new PromiseWorker();
  private final KeepPromises keepPromises;
  private final PromiseCallback promiseCallback;
  private final FindPlace findPlace;
  private final CallbackMenu menu;
  private final CancelCallback cancelCallback;
  private final MarkMachine markMachine;
  private final ReadCallbacks readCallbacks;
  private final RingAbandoned ringAbandoned;

  public CallbackFeature(
      Ground ground,
      CallbackRules rules,
      CallbackExchange exchange,
      CallbackTexts texts,
      KeepPlace keepPlace) {
    JdbcCallbacks callbacks = new JdbcCallbacks(ground.database());
    keepPromises =
        new KeepPromises(
            callbacks,
            new KeepPromises.Around(
                exchange, texts, ground.calls(), ground.callers(), ground.callerStore()),
            rules,
            ground.clock(),
            worker::wake);
    promiseCallback =
        new PromiseCallback(
            callbacks, ground.callers(), ground.callerStore(), texts, rules, ground.clock());
    menu = new CallbackMenu(promiseCallback, ground.numbers(), ground.zone());
    readCallbacks =
        new ReadCallbacks(callbacks, new JdbcWritten(ground.database()), ground.callerStore());
    cancelCallback = new CancelCallback(callbacks, ground.audit(), ground.clock(), worker::wake);
    markMachine = new MarkMachine(callbacks, ground.audit(), rules, ground.clock(), worker::wake);
    ringAbandoned =
        new RingAbandoned(
            new JdbcAbandoned(ground.database()),
            ground.callerStore(),
            promiseCallback,
            ground.audit(),
            ground.clock(),
            ground.zone());
    findPlace = new FindPlace(callbacks, keepPlace, worker::wake);
    ground.calls().observe(keepPromises);
  }

  /** After the migration. {@code exchangeIsUp}: it is connected and has been looked at. */
  public void start(BooleanSupplier exchangeIsUp) {
    worker.start(keepPromises, exchangeIsUp);
  }

  public KeepPromises keepPromises() {
    return keepPromises;
  }

  public PromiseCallback promiseCallback() {
    return promiseCallback;
  }

  public FindPlace findPlace() {
    return findPlace;
  }

  public CancelCallback cancelCallback() {
    return cancelCallback;
  }

  public MarkMachine markMachine() {
    return markMachine;
  }

  public ReadCallbacks readCallbacks() {
    return readCallbacks;
  }

  public RingAbandoned ringAbandoned() {
    return ringAbandoned;
  }

  public CallbackMenu menu() {
    return menu;
  }

  @Override
  public void close() {
    worker.close();
  }
}
