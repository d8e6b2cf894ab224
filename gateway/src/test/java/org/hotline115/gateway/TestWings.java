package org.hotline115.gateway;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.ReminderRules;
import org.hotline115.callflow.call.AddInterpreter;
import org.hotline115.callflow.call.InterpreterService;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.call.RingRescue;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.evaluation.EvaluationFeature;
import org.hotline115.callflow.handover.HandoverFeature;
import org.hotline115.callflow.household.HouseholdFeature;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.notice.NoticeFeature;
import org.hotline115.callflow.person.PersonFeature;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.queue.AskColleague;
import org.hotline115.callflow.statistics.ReadWall;
import org.hotline115.callflow.statistics.StatisticsFeature;
import org.hotline115.callflow.statistics.StatisticsSettings;
import org.hotline115.callflow.statistics.WallRules;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.truth.TruthFeature;
import org.hotline115.callflow.vulnerability.VulnerabilityFeature;
import org.hotline115.callflow.waitlist.OfferRules;
import org.hotline115.callflow.waitlist.WaitlistFeature;
import org.hotline115.gateway.web.FreedRoutes;
import org.hotline115.gateway.web.PromiseTextByOutbox;

/** What the test's gateway puts before its browsers, put together as Hotline does. */
record TestWings(TestGateway gateway, Ground ground) {

  /** What the wings need that no test asks for. */
  record Ground(
      ContactFeature contacts,
      Coordination coordination,
      JdbcCallStore callStore,
      JdbcCallerStore callerStore,
      LineFeature lines,
      Communes communes,
      InstantSource clock,
      Cipher cipher) {}

  private StatisticsFeature statistics() {
    return new StatisticsFeature(
        new StatisticsFeature.Ground(gateway.database, ground.clock(), TestGateway.PARIS),
        ground.lines().readLines().all().stream().map(status -> status.plan().line()).toList(),
        StatisticsSettings.DEFAULTS);
  }

  private AppointmentFeature appointments() {
    return new AppointmentFeature(
        new AppointmentFeature.Ground(
            gateway.database,
            ground.cipher(),
            gateway.access.audit(),
            ground.clock(),
            TestGateway.PARIS,
            gateway.metrics),
        new AppointmentFeature.Texts(
            gateway.messages, ReminderRules.DEFAULT, "04 65 71 00 00", true));
  }

  List<Wing> all() {
    AppointmentFeature appointments = appointments();
    PersonFeature persons =
        new PersonFeature(
            new PersonFeature.Ground(
                gateway.database,
                ground.cipher(),
                gateway.callers,
                gateway.access.audit(),
                ground.clock(),
                TestGateway.PARIS),
            ground.contacts().readContacts(),
            ground.callerStore());
    return List.of(
        new BoardWing(
            gateway.board,
            gateway.search.searchPlaces(),
            gateway.requests,
            ground.contacts(),
            new PromiseTextByOutbox(
                gateway.board.readBoard(),
                ground.contacts().readContacts(),
                ground.callerStore(),
                gateway.messages.offerPlace()),
            gateway.access),
        new SearchWing(gateway.search.searchPlaces(), ground.communes()),
        new CoordinationWing(ground.coordination()),
        new TruthWing(
            new TruthFeature(
                new TruthFeature.Ground(
                    gateway.database,
                    gateway.access.audit(),
                    new Departement("34"),
                    TestGateway.PARIS,
                    ground.clock(),
                    gateway.metrics)),
            gateway.board.readBoard(),
            gateway.access.displayNames()),
        new LineWing(
            ground.lines(),
            ground.lines().mirror(gateway.access.agentLanguages()),
            new VoicemailPromises(
                ground.callStore(), ground.callerStore(), gateway.callbacks.promiseCallback()),
            gateway.exchange,
            statistics().readReport()::today,
            _ -> {},
            gateway.access.displayNames(),
            ground.clock()),
        new NoticeWing(
            new NoticeFeature(
                new NoticeFeature.Ground(
                    gateway.database, gateway.access.audit(), ground.clock(), TestGateway.PARIS),
                gateway.board.readBoard(),
                gateway.search.searchPlaces()),
            gateway.access.displayNames(),
            ground.clock()),
        new PlacementWing(
            gateway.placements,
            gateway.board,
            gateway.access,
            ground.contacts().readContacts(),
            ground.clock()),
        new RequestWing(
            gateway.requests,
            gateway.placements,
            gateway.search.searchPlaces(),
            ground.contacts().readContacts(),
            gateway.freed,
            new FreedRoutes(
                gateway.freed,
                gateway.board.readBoard(),
                gateway.access.displayNames(),
                ground.clock())),
        new CallbackWing(gateway.callbacks),
        new StatisticsWing(
            statistics().readReport(),
            statistics()
                .readWall(
                    new ReadWall.Around(
                        ground.lines().readLines(), gateway.presences, gateway.board.readBoard()),
                    WallRules.DEFAULTS),
            ground.lines().readLines(),
            gateway.calls,
            gateway.presences,
            TestGateway.PARIS,
            ground.clock()),
        new RescueWing(
            new RingRescue(
                gateway.calls,
                Map.of("public", Set.of(new RescueService("15"), new RescueService("112"))),
                gateway.exchange,
                gateway.access.audit(),
                ground.clock())),
        new InterpreterWing(
            new AddInterpreter(
                gateway.calls,
                List.of(
                    new InterpreterService(
                        "ism",
                        "ISM Interprétariat",
                        "0199000011",
                        Set.of("ar", "fa"),
                        Set.of("public"))),
                gateway.exchange),
            List.of("public", "professional")),
        new ColleagueWing(
            new AskColleague(gateway.calls, gateway.presences, gateway.exchange.colleagues()),
            gateway.access.displayNames()),
        new ShelterWing(
            gateway.shelters,
            gateway.board,
            gateway.access,
            Recipients.of(gateway.callers),
            gateway.useCases,
            ground.clock(),
            gateway.metrics),
        new AppointmentWing(
            appointments,
            new WaitlistFeature(
                new WaitlistFeature.Ground(
                    gateway.database,
                    ground.cipher(),
                    gateway.access.audit(),
                    ground.clock(),
                    TestGateway.PARIS,
                    gateway.metrics),
                appointments,
                new WaitlistFeature.Texts(
                    gateway.messages, OfferRules.DEFAULT, "04 65 71 00 00", true)),
            Recipients.of(gateway.callers),
            gateway.access,
            TestGateway.PARIS,
            ground.clock()),
        new WrittenWing(
            new WrittenWing.Ground(
                gateway.calls, ground.callerStore(), gateway.callbacks, gateway.messages),
            List.of(new TakeWrittenCalls.WrittenLine("public", "public", List.of("SOURD"))),
            ground.clock(),
            TestGateway.PARIS),
        new HandoverWing(
            new HandoverFeature(
                gateway.database, ground.cipher(), gateway.access.audit(), ground.clock()),
            gateway.access.displayNames(),
            ground.clock()),
        new PersonWing(persons, gateway.access.displayNames(), TestGateway.PARIS, ground.clock()),
        new HouseholdWing(
            new HouseholdFeature(gateway.database, gateway.access.audit(), ground.clock(), persons),
            gateway.access.displayNames(),
            TestGateway.PARIS,
            ground.clock()),
        new EvaluationWing(
            new EvaluationFeature(
                gateway.database,
                gateway.access.audit(),
                ground.clock(),
                ground.contacts().readContacts()),
            gateway.access.displayNames(),
            ground.clock()),
        new VulnerabilityWing(
            new VulnerabilityFeature(
                gateway.database,
                gateway.access.audit(),
                ground.clock(),
                TestGateway.PARIS,
                persons),
            gateway.access.displayNames()),
        new MessageWing(
            gateway.messages,
            gateway.access.displayNames(),
            false,
            List.of(gateway.textDoor(TestGateway.PUBLIC))));
  }
}
