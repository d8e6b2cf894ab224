package org.hotline115.callflow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallFacts;
import org.hotline115.callflow.call.CallRules;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private static final AgentId CLAIRE = CallFacts.CLAIRE;
  private static final PhoneId WEB = new PhoneId("claire-web");
  private static final PhoneId SIP = new PhoneId("claire");
  private static final Set<String> QUEUES = Set.of("public");

  private final Instant now = Instant.parse("2026-11-23T16:00:00Z");
  private final InMemoryPresenceStore store = new InMemoryPresenceStore();
  private final InMemoryAgentPhones phones = new InMemoryAgentPhones();
  private final Presences presences = new Presences(store, InstantSource.fixed(now));
  private final ChoosePhone choosePhone = new ChoosePhone(presences, phones, QUEUES);
  private final BecomeReady becomeReady = new BecomeReady(presences, phones, QUEUES);
  private final Pause pause = new Pause(presences, phones, QUEUES);
  private final SignOff signOff = new SignOff(presences, phones);
  private final PresenceOnCalls onCalls =
      new PresenceOnCalls(presences, phones, CallRules.DEFAULTS);
  private final CallFacts facts = CallFacts.ofCall("hotline1-1.0");

  private Presence presence() {
    return presences.of(CLAIRE).presence();
  }

  private void call(CallFact... story) {
    Call before = CallFacts.call(story[0]);
    for (CallFact fact : story) {
      Call after = before.with(fact);
      onCalls.callChanged(before, after);
      before = after;
    }
  }

  @Test
  void anAgentWithoutAPhoneCannotBeReady() {
    assertThat(becomeReady.ready(CLAIRE)).isEqualTo(new PresenceResult.NoPhoneChosen());
    assertThat(pause.pause(CLAIRE, PauseReason.MEAL)).isEqualTo(new PresenceResult.NoPhoneChosen());
  }

  @Test
  void aReadyAgentIsAMemberOfTheQueueOnHisPhone() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);

    assertThat(presence()).isEqualTo(new Presence.Ready());
    assertThat(phones.members).containsEntry(CLAIRE, WEB);
    assertThat(phones.paused).containsEntry(CLAIRE, "");
  }

  @Test
  void anotherPhoneMovesAReadyAgentAndKeepsHimReady() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    choosePhone.choose(CLAIRE, SIP);

    assertThat(phones.members).containsEntry(CLAIRE, SIP);
    assertThat(phones.paused).containsEntry(CLAIRE, "");
  }

  @Test
  void aPauseHasItsReasonInAsteriskToo() {
    choosePhone.choose(CLAIRE, WEB);
    pause.pause(CLAIRE, PauseReason.DEBRIEF);

    assertThat(presence()).isEqualTo(new Presence.Paused(PauseReason.DEBRIEF));
    assertThat(phones.paused).containsEntry(CLAIRE, "DEBRIEF");
  }

  @Test
  void aCallIsFollowedFromTheRingToTheWrapUp() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    List<String> seen = new ArrayList<>();
    presences.observe((before, after) -> seen.add(after.presence().code()));

    call(
        facts.arrived(),
        facts.queued(25),
        facts.ringing(26),
        facts.missed(46),
        facts.ringing(48),
        facts.connected(50),
        facts.talkEnded(90),
        facts.ended(95));

    assertThat(seen).containsExactly("RINGING", "READY", "RINGING", "TALKING", "WRAP_UP");
    assertThat(phones.paused).containsEntry(CLAIRE, "WRAP_UP");
    becomeReady.afterWrapUp(CLAIRE);
    assertThat(presence()).isEqualTo(new Presence.Ready());
  }

  @Test
  void aPauseAskedForWhileTalkingBeginsWhenTheContactIsClosed() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    call(facts.arrived(), facts.queued(25), facts.connected(30));

    assertThat(pause.pause(CLAIRE, PauseReason.MEAL)).isInstanceOf(PresenceResult.Changed.class);
    assertThat(presence()).isInstanceOf(Presence.Talking.class);
    assertThat(signOff.signOff(CLAIRE)).isEqualTo(new PresenceResult.OnACall());
    assertThat(choosePhone.choose(CLAIRE, SIP)).isEqualTo(new PresenceResult.OnACall());
    call(facts.arrived(), facts.queued(25), facts.connected(30), facts.ended(60));
    becomeReady.afterWrapUp(CLAIRE);

    assertThat(presence()).isEqualTo(new Presence.Paused(PauseReason.MEAL));
  }

  @Test
  void theLateEndOfAnOldCallDoesNotDisturbTheNextOne() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    CallFacts next = CallFacts.ofCall("hotline1-1.5");
    call(next.arrived(), next.queued(25), next.connected(30));
    call(facts.arrived(), facts.queued(1), facts.connected(2), facts.ended(29));
    call(next.arrived(), next.queued(25), next.connected(30));

    assertThat(presence()).isEqualTo(new Presence.Talking(next.id()));
  }

  @Test
  void aPhoneSystemThatIsDownChangesNothing() {
    choosePhone.choose(CLAIRE, WEB);
    phones.down = true;

    assertThat(becomeReady.ready(CLAIRE)).isEqualTo(new PresenceResult.PhoneSystemDown());
    assertThat(presence()).isEqualTo(new Presence.Offline());
  }

  @Test
  void presencesAreWrittenWhenTheRecordsAreBack() {
    store.away = true;
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    store.away = false;
    presences.saveUnsaved();

    assertThat(store.all()).containsExactly(presences.of(CLAIRE));
  }

  @Test
  void aRestartedGatewayFindsItsAgentsAndGivesLostMembersBack() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    InMemoryAgentPhones emptied = new InMemoryAgentPhones();
    Presences restarted = new Presences(store, InstantSource.fixed(now));
    restarted.load();

    new ReconcilePresence(restarted, emptied, QUEUES, CallRules.DEFAULTS)
        .reconcile(List.of(), List.of());

    assertThat(restarted.of(CLAIRE).presence()).isEqualTo(new Presence.Ready());
    assertThat(emptied.members).containsEntry(CLAIRE, WEB);
    assertThat(emptied.paused).containsEntry(CLAIRE, "");
  }

  @Test
  void whoTalkedWhenTheGatewayDiedStillTalksOrWrapsUp() {
    choosePhone.choose(CLAIRE, WEB);
    becomeReady.ready(CLAIRE);
    call(facts.arrived(), facts.queued(25), facts.connected(30));
    Member member = new Member(CLAIRE, WEB, false, "");
    ReconcilePresence reconcile =
        new ReconcilePresence(presences, phones, QUEUES, CallRules.DEFAULTS);

    Call talking = CallFacts.call(facts.arrived(), facts.queued(25), facts.connected(30));
    reconcile.reconcile(List.of(member), List.of(talking));
    assertThat(presence()).isEqualTo(new Presence.Talking(facts.id()));

    reconcile.reconcile(List.of(member), List.of());
    assertThat(presence()).isEqualTo(new Presence.WrapUp(facts.id()));
    assertThat(phones.paused).containsEntry(CLAIRE, "WRAP_UP");
  }

  @Test
  void aMemberNobodyKnowsIsAdoptedAndOneWhoSignedOffIsRemoved() {
    AgentId karim = new AgentId("karim");
    choosePhone.choose(CLAIRE, WEB);
    phones.members.put(CLAIRE, WEB);

    new ReconcilePresence(presences, phones, QUEUES, CallRules.DEFAULTS)
        .reconcile(
            List.of(
                new Member(CLAIRE, WEB, false, ""),
                new Member(karim, new PhoneId("karim"), true, "MEAL")),
            List.of());

    assertThat(presences.of(karim).presence()).isEqualTo(new Presence.Paused(PauseReason.MEAL));
    assertThat(phones.members).doesNotContainKey(CLAIRE);
  }
}
