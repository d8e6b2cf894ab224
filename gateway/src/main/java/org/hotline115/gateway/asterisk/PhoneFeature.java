package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.JdbcRecordPositions;
import org.hotline115.callflow.call.ReconcileCalls;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.CallbackExchange;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.line.CallOrder;
import org.hotline115.callflow.line.ExchangeMemory;
import org.hotline115.callflow.queue.AgentPhones;
import org.hotline115.callflow.queue.BecomeReady;
import org.hotline115.callflow.queue.ChoosePhone;
import org.hotline115.callflow.queue.JdbcPresenceStore;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.callflow.queue.Pause;
import org.hotline115.callflow.queue.PresenceOnCalls;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.ReconcilePresence;
import org.hotline115.callflow.queue.SignOff;
import org.hotline115.callflow.queue.TakeLostPlace;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.gateway.CallLanes;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring of the telephone: calls, callers, queue, menu and Asterisk. */
public final class PhoneFeature implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PhoneFeature.class);

  private static final int SPOOLED_FACTS_MAX = 100_000;
  private static final Duration ANSWERS_WINDOW = Duration.ofMinutes(30);

  private final GatewayConfig.Telephone telephone;
  private final Clock clock;
  private final CallRules rules;
  private final CallStore callStore;
  private final CallerStore callerStore;
  private final FactSpool spool;
  private final RecordCall recordCall;
  private final Presences presences;
  private final LiveQueues liveQueues;
  private final CallLanes lanes;
  private final Lines lines;
  private final AmiFacts facts;
  private final AmiLink link;
  private final AmiAgentPhones phones;
  private final AsteriskRecords records;
  private final PhoneSystem phoneSystem;
  private final MenuPart menu;
  private final AmiCallbacks callbackExchange;
  private final TakeLostPlace takeLostPlace;
  private final Housekeeper housekeeper;

  /**
   * Builds everything and connects to nothing yet.
   *
   * @param stateFolder where facts wait while PostgreSQL is away
   * @throws Prompts.PromptsMissing naming every sound that is not there
   */
  public PhoneFeature(
      GatewayConfig.Telephone telephone,
      Database database,
      Callers callers,
      Path stateFolder,
      MeterRegistry registry,
      Clock clock) {
    this.telephone = telephone;
    this.clock = clock;
    rules = new CallRules(telephone.shortAbandon());
    callStore = new JdbcCallStore(database, rules);
    callerStore = new JdbcCallerStore(database, callers);
    spool = new FactSpool(stateFolder.resolve("call-facts.spool"), SPOOLED_FACTS_MAX);
    recordCall = new RecordCall(callStore, callerStore, spool, rules, new CallMetrics(registry));
    presences = new Presences(new JdbcPresenceStore(database), clock);
    liveQueues = new LiveQueues(presences, rules, clock);
    lanes = new CallLanes(registry);
    lines = new Lines(telephone.lines().stream().map(LineSetting::line).toList());
    facts = new AmiFacts(lines, callers, clock);
    Inbox inbox = new Inbox();
    link = new AmiLink(telephone.ami(), inbox, registry);
    phones = new AmiAgentPhones(link, facts, lines.queues());
    records =
        new AsteriskRecords(
            telephone.recordsFolder(),
            new RecordFacts(lines, callers),
            new JdbcRecordPositions(database),
            recordCall,
            registry);
    phoneSystem = new PhoneSystem(facts, synchronizer(facts), recordCall, lanes, clock, registry);
    inbox.leadsTo(phoneSystem);
    callbackExchange = new AmiCallbacks(link, phones::hangUp, telephone.callback());
    menu =
        new MenuPart(
            telephone,
            new MenuPart.Ground(
                new IncomingCalls(lines, callers),
                new Watchdog(link),
                liveQueues,
                phoneSystem::submit,
                clock,
                registry));
    recordCall.observe(new PresenceOnCalls(presences, phones, rules));
    recordCall.observe(liveQueues);
    takeLostPlace =
        new TakeLostPlace(
            recordCall, keepPlace(), new AmiCallOrder(link, facts, recordCall), clock);
    recordCall.observe(takeLostPlace);
    presences.observe(new WrappedUp(phoneSystem::submit, clock));
    housekeeper =
        new Housekeeper(recordCall, presences, phoneSystem, telephone.enabled() ? records : null);
  }

  private Synchronizer synchronizer(AmiFacts facts) {
    return new Synchronizer(
        link,
        facts,
        phones,
        records,
        new Synchronizer.CallRepair(
            recordCall,
            new ReconcileCalls(callStore, recordCall),
            new ReconcilePresence(presences, phones, lines.queues(), rules),
            presences),
        clock);
  }

  /** From now on callers are offered callbacks and keep their places. Before the start. */
  public void offer(CallbackFeature callbacks, Callers callers) {
    menu.offer(callbacks, recordCall, callers);
    recordCall.observe(new FreeAfterMiss(becomeReady(), rules));
  }

  /** From now on who is known to speak a language waits for who speaks it. Before the start. */
  public void know(Function<CallerKey, Optional<String>> languageOf) {
    menu.know(languageOf);
  }

  public CallbackExchange callbackExchange() {
    return callbackExchange;
  }

  public KeepPlace keepPlace() {
    return new KeepPlace(callStore, telephone.redialGrace(), clock);
  }

  /** Opens the menu's port and begins to call Asterisk, for ever. */
  public void start() {
    try {
      presences.load();
      for (String queue : lines.queues()) {
        liveQueues.restore(
            queue, callStore.answersSince(queue, clock.instant().minus(ANSWERS_WINDOW)));
      }
    } catch (RecordsAway away) {
      log.atWarn().log("records are away at the start, agents are restored later");
    }
    housekeeper.start();
    if (!telephone.enabled()) {
      log.atWarn().log("the telephone is switched off in the configuration");
      return;
    }
    phoneSystem.start();
    try {
      menu.begin();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    link.start();
  }

  /** True while Asterisk is connected and the snapshot is taken. */
  public boolean up() {
    return phoneSystem.up();
  }

  /** Told true or false at each change, on the dispatcher's thread: hand over at once. */
  public void observeStatus(Consumer<Boolean> observer) {
    phoneSystem.observeStatus(observer);
  }

  public RecordCall calls() {
    return recordCall;
  }

  public CallStore callStore() {
    return callStore;
  }

  public CallerStore callerStore() {
    return callerStore;
  }

  public CallRules rules() {
    return rules;
  }

  public Presences presences() {
    return presences;
  }

  public LiveQueues liveQueues() {
    return liveQueues;
  }

  public CallLanes lanes() {
    return lanes;
  }

  public AgentPhones phones() {
    return phones;
  }

  /** Where a feature brings the menu of its own kind of line. */
  public Menus menus() {
    return menu.menus();
  }

  /** What Asterisk remembers about lines for the time when we are dead. */
  public ExchangeMemory lineMemory() {
    return new AmiLineMemory(link);
  }

  /** Whom an agent may bring into a talk. */
  public BesideTalks besideTalks() {
    return new BesideTalks(telephone, recordCall, presences, phones, link, facts, clock);
  }

  public CallOrder callOrder() {
    return new AmiCallOrder(link, facts, recordCall);
  }

  public ChoosePhone choosePhone() {
    return new ChoosePhone(presences, phones, lines.queues());
  }

  public BecomeReady becomeReady() {
    return new BecomeReady(presences, phones, lines.queues());
  }

  public Pause pause() {
    return new Pause(presences, phones, lines.queues());
  }

  public SignOff signOff() {
    return new SignOff(presences, phones);
  }

  /** Calls under way go on without us: Asterisk holds them. */
  @Override
  public void close() {
    housekeeper.close();
    takeLostPlace.close();
    link.close();
    menu.close();
    if (telephone.enabled()) {
      phoneSystem.close();
    }
    lanes.close();
    spool.close();
  }
}
