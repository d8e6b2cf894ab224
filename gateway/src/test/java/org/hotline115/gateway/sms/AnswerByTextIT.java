package org.hotline115.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.AppointmentStatus;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.DateRule;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.ReceptionKind;
import org.hotline115.callflow.appointment.ReminderRules;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.place.PlaceRows;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.Recipients;
import org.hotline115.gateway.UseCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a signed webhook to its effect: the appointment, the refusal, the human who is called. */
class AnswerByTextIT {

  private static final String PATH = "/webhooks/twilio/inbound";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Cipher CIPHER = new Cipher(List.of("a secret of thirty-two characters."));
  private static final String NUMBER = "+33639981278";

  private final TextDesk desk = new TextDesk();
  private final Vertx vertx = Vertx.vertx();
  private final UseCases useCases = new UseCases(vertx, 64, desk.meters);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Callers callers =
      new Callers(
          new PhoneNumbers("FR"),
          new BlindIndex(new Secret("a secret of thirty-two characters, index"), 1),
          CIPHER);
  private final AppointmentFeature appointments =
      new AppointmentFeature(
          new AppointmentFeature.Ground(
              desk.database,
              CIPHER,
              new JdbcAuditTrail(desk.database),
              desk.clock,
              PARIS,
              desk.meters),
          new AppointmentFeature.Texts(
              desk.messages, ReminderRules.DEFAULT, "04 65 71 00 00", true));
  private HttpServer server;
  private int texts;

  @BeforeEach
  void open() {
    appointments.hearAnswers();
    Router router = Router.router(vertx);
    new TwilioInbound(
            useCases,
            desk.messages.receiveText(),
            Recipients.of(callers),
            desk.messages.refusedWebhooks(),
            new TwilioSettings(TextDesk.settings(desk.provider.baseUrl()), TextDesk.PUBLIC),
            desk.meters)
        .accept(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void close() {
    server.close().await();
    useCases.close();
    vertx.close().await();
    desk.close();
  }

  /** Booked by an agent; time goes on to the moment at which its person is asked. */
  private Appointment asked() {
    PlaceRows.add(desk.database, PlaceSamples.groups(1, 2));
    Instant startsAt = LocalDate.parse("2026-11-30").atTime(10, 0).atZone(PARIS).toInstant();
    Schedule schedule =
        new Schedule(
            new ScheduleId(UUID.randomUUID()),
            PlaceSamples.groups(1, 2).getFirst().site().siteId(),
            "premier accueil",
            ReceptionKind.APPOINTMENT,
            new DateRule("FREQ=DAILY"),
            LocalDate.parse("2026-11-01"),
            null,
            Set.of(),
            null,
            LocalTime.of(9, 0),
            LocalTime.NOON,
            30,
            1,
            List.of("fr"),
            PARIS);
    appointments.keepSchedules().begin(schedule, CLAIRE);
    AppointmentResult booked =
        appointments
            .bookAppointment()
            .run(
                new BookAppointment.Wish(
                    new AppointmentId(UUID.randomUUID()),
                    schedule.scheduleId(),
                    startsAt,
                    null,
                    "Mme K.",
                    new Reach(
                        Recipients.of(callers).apply(NUMBER).orElseThrow(),
                        true,
                        Discretion.NORMAL,
                        "fr")),
                CLAIRE);
    desk.messages.work();
    desk.clock.tick(Duration.between(desk.clock.instant(), startsAt.minus(Duration.ofHours(48))));
    desk.messages.work();
    return ((AppointmentResult.Noted) booked).appointment();
  }

  private String lastSent() {
    return desk.provider.posts.getLast().form().get("Body");
  }

  private int writes(String body) throws IOException, InterruptedException {
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "AccountSid",
                TextDesk.ACCOUNT,
                "MessageSid",
                "SM%032x".formatted(++texts),
                "From",
                NUMBER,
                "To",
                "+33937000000",
                "Body",
                body));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + PATH))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", SignedForm.signature(PATH, form))
            .POST(HttpRequest.BodyPublishers.ofString(SignedForm.body(form)))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    while (desk.messages.readOne()) {
      desk.clock.tick(Duration.ofMillis(1));
    }
    desk.messages.work();
    return status;
  }

  private AppointmentStatus status(Appointment appointment) {
    return appointments.readAppointments().find(appointment.appointmentId()).orElseThrow().status();
  }

  @Test
  void aSignedTwoGivesTheSeatBackAndIsAnswered() throws Exception {
    Appointment appointment = asked();
    assertThat(lastSent()).startsWith("Rappel: RDV lun. 30/11 à 10h00");

    assertThat(writes("2")).isEqualTo(204);

    assertThat(status(appointment)).isEqualTo(AppointmentStatus.EXCUSED);
    assertThat(lastSent()).startsWith("C'est noté, RDV annulé.");
    assertThat(desk.provider.accepted()).isEqualTo(3);
  }

  @Test
  void aSignedStopRefusesTheNextReminder() throws Exception {
    Appointment appointment = asked();
    writes("Arrêt");
    assertThat(lastSent()).startsWith("C'est noté: plus de SMS.");
    desk.clock.tick(Duration.ofHours(46));
    desk.messages.work();

    assertThat(desk.provider.accepted()).isEqualTo(3);
    assertThat(status(appointment)).isEqualTo(AppointmentStatus.BOOKED);
  }

  @Test
  void signedWordsOfDistressWaitForAHumanAndAreAnswered() throws Exception {
    assertThat(writes("il me frappe")).isEqualTo(204);

    assertThat(desk.messages.textAlerts().open()).hasSize(1);
    assertThat(lastSent()).contains("112", "114");
  }
}
