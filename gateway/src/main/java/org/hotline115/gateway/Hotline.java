package org.hotline115.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.handover.HandoverFeature;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.vulnerability.VulnerabilityFeature;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.hotline115.gateway.sms.TextProvider;
import org.hotline115.gateway.web.AgentRoutes;
import org.hotline115.gateway.web.FreedRoutes;
import org.hotline115.gateway.web.PromiseTextByOutbox;
import org.hotline115.gateway.web.SoftphoneRoutes;
import org.hotline115.gateway.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running gateway: the ground, the features on it, the desks before it. */
final class Hotline implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Hotline.class);
  private static final int USE_CASES_AT_ONCE_MAX = 256;

  private final Ground ground;
  private final Features features;
  private final TextProvider texts;
  private final MessageFeature messages;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
  private final UseCases useCases;
  private final DeskPart desk;

  private Hotline(Ground ground, PrometheusMeterRegistry meters, Optional<DemoPeople> demo) {
    GatewayConfig config = ground.config();
    this.ground = ground;
    this.texts = TextProvider.of(config);
    this.messages =
        new MessageFeature(
            new MessageFeature.Ground(
                ground.database(), ground.cipher(), ground.clock(), ground.meters()),
            new MessageFeature.Settings(
                Templates.read(
                    config.deployment().folder().resolve("texts"), config.sms().isHeard()),
                DistressWords.read(config.deployment().folder().resolve("distress.txt")),
                config.sms().callBackNumber(),
                config.deployment().zone(),
                config.reminders().rules().hours()),
            texts.gateway());
    this.features =
        new Features(
            ground,
            new CallbackTextsByOutbox(
                messages.serviceTexts(),
                new JdbcCallerStore(ground.database(), ground.callers()),
                ground.clock(),
                config.deployment().zone()));
    this.useCases = new UseCases(vertx, USE_CASES_AT_ONCE_MAX, meters);
    this.desk =
        new DeskPart(
            new DeskPart.Ground(
                vertx,
                useCases,
                ground.database(),
                meters,
                ground.clock(),
                config.deployment().zone()),
            webSettings(config),
            deskFeatures(),
            new DeskPart.Calls(
                features.phone().calls(),
                features.phone().callStore(),
                ground.callers(),
                features.phone().callerStore()),
            telephone(config, demo),
            Stream.concat(peopleWings().stream(), wings(meters).stream()).toList());
  }

  /**
   * Starts everything and returns; waits only for PostgreSQL.
   *
   * @param demoPeople the invented people, only for the demo
   */
  static Hotline start(GatewayConfig config, Path stateFolder, Optional<DemoPeople> demoPeople)
      throws InterruptedException, IOException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Ground ground = Ground.lay(config, stateFolder, Clock.systemUTC(), meters);
    Hotline hotline = new Hotline(ground, meters, demoPeople);
    if (config.deployment().demo()) {
      hotline.features.loadDemo();
      demoPeople.ifPresent(people ->
          people.moveIn(
              hotline.features.access(),
              VulnerabilityFeature.giveRight(ground.database(), ground.clock())));
    }
    hotline.features.start();
    int port = hotline.desk.start();
    log.atInfo().addKeyValue("port", port).log("the gateway is up");
    return hotline;
  }

  private static WebSettings webSettings(GatewayConfig config) {
    GatewayConfig.Web web = config.web();
    return new WebSettings(
        web.host(),
        web.port(),
        web.publicUrl(),
        config.telephone().webSocket(),
        config.deployment().demo());
  }

  private List<Wing> wings(PrometheusMeterRegistry meters) {
    StatisticsWing statistics = StatisticsWing.of(ground, features);
    return List.of(
        new BoardWing(
            features.board(),
            features.search(),
            features.requests(),
            features.contacts(),
            new PromiseTextByOutbox(
                features.board().readBoard(),
                features.contacts().readContacts(),
                features.phone().callerStore(),
                messages.offerPlace()),
            features.access()),
        new SearchWing(features.search(), ground.communes()),
        new CoordinationWing(features.coordination()),
        new LineWing(
            features.lines(),
            features.lines().mirror(features.access().agentLanguages()),
            new VoicemailPromises(
                features.phone().callStore(),
                features.phone().callerStore(),
                features.callbacks().promiseCallback()),
            features.phone().callOrder(),
            statistics.reports()::today,
            features.phone()::observeStatus,
            features.access().displayNames(),
            ground.clock()),
        new NoticeWing(features.notices(), features.access().displayNames(), ground.clock()),
        new TruthWing(
            features.truth(), features.board().readBoard(), features.access().displayNames()),
        new PlacementWing(
            features.placements(),
            features.board(),
            features.access(),
            features.contacts().readContacts(),
            ground.clock()),
        new RequestWing(
            features.requests(),
            features.placements(),
            features.search(),
            features.contacts().readContacts(),
            features.freed(),
            new FreedRoutes(
                features.freed(),
                features.board().readBoard(),
                features.access().displayNames(),
                ground.clock())),
        new CallbackWing(features.callbacks()),
        new RescueWing(features.phone().besideTalks().ringRescue(features.access().audit())),
        interpreterWing(),
        statistics,
        new ColleagueWing(
            features.phone().besideTalks().askColleague(), features.access().displayNames()),
        ShelterWing.of(ground, features, messages, useCases),
        AppointmentWing.of(ground, features.access(), messages),
        writtenWing(),
        new HandoverWing(
            new HandoverFeature(
                ground.database(), ground.cipher(), features.access().audit(), ground.clock()),
            features.access().displayNames(),
            ground.clock()),
        new MessageWing(
            messages,
            features.access().displayNames(),
            ground.config().deployment().demo(),
            texts.doors(useCases, listeners(), meters)));
  }

  /** What is known of those who are helped. */
  private List<Wing> peopleWings() {
    PersonWing persons =
        PersonWing.of(
            ground, features.access(), features.contacts(), features.phone().callerStore());
    return List.of(
        persons,
        HouseholdWing.of(ground, features.access(), persons.persons()),
        EvaluationWing.of(ground, features.access(), features.contacts()),
        VulnerabilityWing.of(ground, features.access(), persons.persons()));
  }

  private InterpreterWing interpreterWing() {
    return new InterpreterWing(
        features.phone().besideTalks().addInterpreter(),
        ground.config().telephone().lines().stream().map(LineSetting::code).toList());
  }

  private WrittenWing writtenWing() {
    return new WrittenWing(
        new WrittenWing.Ground(
            features.phone().calls(),
            features.phone().callerStore(),
            features.callbacks(),
            messages),
        writtenLines(ground.config().telephone()),
        ground.clock(),
        ground.config().deployment().zone());
  }

  private static List<TakeWrittenCalls.WrittenLine> writtenLines(
      GatewayConfig.Telephone telephone) {
    return telephone.lines().stream()
        .map(line -> new TakeWrittenCalls.WrittenLine(line.code(), line.queue(), line.textWords()))
        .toList();
  }

  private TextProvider.Listeners listeners() {
    return new TextProvider.Listeners(
        messages.takeReceipt(),
        messages.receiveText(),
        Recipients.of(ground.callers()),
        messages.refusedWebhooks());
  }

  private DeskPart.Features deskFeatures() {
    return new DeskPart.Features(
        features.access(),
        features.contacts(),
        features.openOnAnswer(),
        features.board(),
        features.requests(),
        messages,
        features.callbacks(),
        features.lines());
  }

  private DeskPart.Telephone telephone(GatewayConfig config, Optional<DemoPeople> demo) {
    GatewayConfig.Telephone telephone = config.telephone();
    LineSetting line = telephone.lines().getFirst();
    var phone = features.phone();
    return new DeskPart.Telephone(
        phone.presences(),
        phone.liveQueues(),
        line.queue(),
        new AgentRoutes.Moves(
            phone.choosePhone(),
            phone.becomeReady(),
            phone.pause(),
            phone.signOff(),
            phone.besideTalks().hangUp()),
        features.stations(),
        new SoftphoneRoutes.Exchange(
            telephone.webSocket(), telephone.sipHost(), telephone.sipPort()),
        demo.flatMap(DemoPeople::caller),
        phone::up);
  }

  /** Desks first, so that pages see it; calls under way go on: Asterisk holds them. */
  @Override
  public void close() {
    desk.close();
    texts.close();
    features.close();
    useCases.close();
    vertx.close().await();
    ground.close();
  }
}
