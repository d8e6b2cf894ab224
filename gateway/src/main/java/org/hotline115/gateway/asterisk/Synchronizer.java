package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.ReconcileCalls;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.queue.Member;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.ReconcilePresence;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a gap everybody says the same again: Asterisk's snapshot, its own records, our rows and our
 * agents. In this order: who is alive, what was written, who has no end, who is there.
 */
final class Synchronizer {

  private static final Logger log = LoggerFactory.getLogger(Synchronizer.class);

  /** How far it came. */
  enum Outcome {
    DONE,
    /** Calls go on; rows are finished when PostgreSQL is back. */
    RECORDS_AWAY,
    NO_SNAPSHOT
  }

  private final AmiLink link;
  private final AmiFacts facts;
  private final AmiAgentPhones phones;
  private final AsteriskRecords records;
  private final CallRepair repair;
  private final InstantSource clock;

  /** The use cases that bring calls and agents into line. */
  record CallRepair(
      RecordCall recordCall, ReconcileCalls calls, ReconcilePresence agents, Presences presences) {}

  Synchronizer(
      AmiLink link,
      AmiFacts facts,
      AmiAgentPhones phones,
      AsteriskRecords records,
      CallRepair repair,
      InstantSource clock) {
    this.link = link;
    this.facts = facts;
    this.phones = phones;
    this.records = records;
    this.repair = repair;
    this.clock = clock;
  }

  boolean connected() {
    return link.connected();
  }

  void reset() {
    link.reset();
  }

  Outcome synchronize(Instant startedAt) {
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Collection<ResponseEvent>> channels = link.list(new CoreShowChannelsAction());
    Optional<Collection<ResponseEvent>> queues = link.list(new QueueStatusAction());
    if (channels.isEmpty() || queues.isEmpty()) {
      return Outcome.NO_SNAPSHOT;
    }
    Set<CallId> alive = alive(channels.get());
    Outcome outcome = Outcome.DONE;
    try {
      repair.presences().load();
      records.importNew();
      repair.calls().reconcile(new ReconcileCalls.ExchangeTruth(startedAt, asOf, alive));
    } catch (RecordsAway away) {
      log.atWarn().log("records are away, calls are reconciled later");
      outcome = Outcome.RECORDS_AWAY;
    }
    waiting(queues.get(), alive, asOf);
    List<Call> talking =
        repair.recordCall().live().stream().filter(call -> alive.contains(call.id())).toList();
    repair.agents().reconcile(members(queues.get()), talking);
    return outcome;
  }

  /** Callers' own legs: there Uniqueid and Linkedid are the same. */
  private Set<CallId> alive(Collection<ResponseEvent> channels) {
    Set<CallId> alive = new HashSet<>();
    for (ResponseEvent event : channels) {
      if (event instanceof CoreShowChannelEvent channel
          && channel.getUniqueid() != null
          && channel.getUniqueid().equals(channel.getLinkedid())) {
        AmiFacts.call(channel.getLinkedid(), null)
            .ifPresent(id -> {
              alive.add(id);
              facts.know(id, channel.getChannel());
            });
      }
    }
    return alive;
  }

  private void waiting(Collection<ResponseEvent> queues, Set<CallId> alive, Instant asOf) {
    for (ResponseEvent event : queues) {
      if (event instanceof QueueEntryEvent entry && entry.getQueue() != null) {
        Long waited = entry.getWait();
        // Whole seconds: any finer reading of the same moment wins over this one.
        Instant since =
            asOf.minusSeconds(waited == null ? 0 : waited).truncatedTo(ChronoUnit.SECONDS);
        AmiFacts.call(null, entry.getUniqueId())
            .filter(alive::contains)
            .ifPresent(id ->
                repair
                    .recordCall()
                    .accept(
                        new CallFact.EnteredQueue(
                            id, since, entry.getQueue(), entry.getPosition())));
      }
    }
  }

  private List<Member> members(Collection<ResponseEvent> queues) {
    List<Member> members = new ArrayList<>();
    for (ResponseEvent event : queues) {
      if (event instanceof QueueMemberEvent member) {
        member(member).ifPresent(members::add);
      }
    }
    members.forEach(member -> phones.know(member.agent(), member.phone()));
    return members;
  }

  private static Optional<Member> member(QueueMemberEvent event) {
    String place = event.getInterface();
    String name = event.getName();
    if (place == null || !place.startsWith("PJSIP/")) {
      return Optional.empty();
    }
    String reason = event.getPausedreason();
    try {
      PhoneId phone = new PhoneId(place.substring("PJSIP/".length()));
      return AmiFacts.agent(name)
          .map(agent ->
              new Member(
                  agent,
                  phone,
                  Boolean.TRUE.equals(event.getPaused()),
                  reason == null ? "" : reason));
    } catch (IllegalArgumentException notOneOfUs) {
      return Optional.empty();
    }
  }
}
