package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.waitlist.KeepWaitingList;
import org.hotline115.callflow.waitlist.OfferId;
import org.hotline115.callflow.waitlist.SlotOffer;
import org.hotline115.callflow.waitlist.SlotOfferResult;
import org.hotline115.callflow.waitlist.WaitId;
import org.hotline115.callflow.waitlist.WaitResult;
import org.hotline115.callflow.waitlist.WaitlistFeature;

/** Who waits for an appointment, and whom a seat that was given up is offered to. */
public final class WaitlistRoutes implements Routes {

  private static final int SITE_MAX = 64;
  private static final Duration AHEAD_MAX = Duration.ofDays(730);

  private final WaitlistFeature waitlist;
  private final ReachFields reach;
  private final DisplayNames names;
  private final ZoneId zone;
  private final InstantSource clock;

  public WaitlistRoutes(
      WaitlistFeature waitlist,
      Function<String, Optional<Recipient>> numberOf,
      DisplayNames names,
      ZoneId zone,
      InstantSource clock) {
    this.waitlist = waitlist;
    this.reach = new ReachFields(numberOf);
    this.names = names;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/waiting-list", this::list);
    api.post("/api/waiting-list", this::join);
    api.post("/api/waiting-list/:waitId/leave", this::leave);
    api.post("/api/appointments/:appointmentId/wait", this::joinForEarlier);
    api.post("/api/slot-offers", this::offer);
    api.post("/api/slot-offers/:offerId/answer", this::answer);
    api.post("/api/slot-offers/:offerId/number", this::number);
  }

  private Answer list(ApiRequest request) {
    Fields fields = request.queryFields();
    String siteId = fields.text("siteId", SITE_MAX);
    fields.nothingElse();
    return Answer.ok(WaitlistView.of(waitlist.readWaitingList().of(siteId), names));
  }

  private Answer join(ApiRequest request) {
    Fields fields = request.fields();
    WaitId waitId = new WaitId(fields.uuid("waitId"));
    String siteId = fields.text("siteId", SITE_MAX);
    String service = fields.text("service", Schedule.SERVICE_MAX);
    String name = fields.optionalText("name", Appointment.NAME_MAX).orElse("").strip();
    Reach reached = reach.read(fields, null);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Optional<LocalDate> lastDay = new DayFields(fields, today).optionalDay("lastDay");
    fields.nothingElse();
    if (lastDay.filter(day -> day.isBefore(today)).isPresent()) {
      throw Problem.field("OUT_OF_RANGE", "lastDay", "this day is over").refused();
    }
    return answer(
        waitlist
            .keepWaitingList()
            .join(
                new KeepWaitingList.Wish(
                    waitId, siteId, service, name, reached, lastDay.orElse(null)),
                request.agent()));
  }

  private Answer joinForEarlier(ApiRequest request) {
    Fields fields = request.fields();
    WaitId waitId = new WaitId(fields.uuid("waitId"));
    fields.nothingElse();
    return answer(
        waitlist
            .keepWaitingList()
            .joinForEarlier(
                waitId, new AppointmentId(request.uuid("appointmentId")), request.agent()));
  }

  private Answer leave(ApiRequest request) {
    request.fields().nothingElse();
    return answer(
        waitlist.keepWaitingList().leave(new WaitId(request.uuid("waitId")), request.agent()));
  }

  private Answer offer(ApiRequest request) {
    Fields fields = request.fields();
    Instant now = clock.instant();
    OfferId offerId = new OfferId(fields.uuid("offerId"));
    ScheduleId scheduleId = new ScheduleId(fields.uuid("scheduleId"));
    Instant startsAt = fields.instant("startsAt", now.minus(AHEAD_MAX), now.plus(AHEAD_MAX));
    fields.nothingElse();
    return answer(waitlist.offerSeats().offer(offerId, scheduleId, startsAt, request.agent()));
  }

  private Answer answer(ApiRequest request) {
    Fields fields = request.fields();
    boolean takes = fields.flag("takes");
    fields.nothingElse();
    return answer(
        waitlist.offerSeats().answer(new OfferId(request.uuid("offerId")), takes, request.agent()));
  }

  /** For who calls. */
  private record NumberView(String dial) {}

  private Answer number(ApiRequest request) {
    request.fields().nothingElse();
    return waitlist
        .readWaitingList()
        .open(new OfferId(request.uuid("offerId")), request.agent())
        .map(PhoneNumber::e164)
        .map(dial -> Answer.ok(new NumberView(dial)))
        .orElseGet(WaitlistRoutes::notFound);
  }

  private Answer answer(WaitResult result) {
    return switch (result) {
      case WaitResult.Waits waits -> Answer.ok(WaitlistView.WaitingView.of(waits.waiting(), names));
      case WaitResult.WaitsNoMore _ -> Answer.noContent();
      case WaitResult.NoSuchService _ ->
          Answer.problem(
              Problem.field(
                  "INVALID_VALUE", "service", "nobody is received for this by appointment there"));
      case WaitResult.NoSuchAppointment _ ->
          Answer.problem(409, "NOT_NOW", "there is no appointment that could be earlier");
      case WaitResult.WaitsAlready _ ->
          Answer.problem(409, "WAITS_ALREADY", "this appointment stands in the list");
      case WaitResult.ListFull _ ->
          Answer.problem(409, "LIST_FULL", "more people than this are never served");
      case WaitResult.OtherWait _ ->
          Answer.problem(Problem.of(409, "OTHER_WAIT", "this id is another person's"));
      case WaitResult.IsAsked _ ->
          Answer.problem(409, "IS_ASKED", "an offer is open: its answer comes first");
      case WaitResult.NoSuchWait _ -> notFound();
      case WaitResult.RecordsDown _ -> recordsDown();
    };
  }

  private static Answer answer(SlotOfferResult result) {
    return switch (result) {
      case SlotOfferResult.Offered(SlotOffer offer) -> Answer.ok(view(offer));
      case SlotOfferResult.Taken taken -> Answer.ok(view(taken.offer()));
      case SlotOfferResult.Declined(SlotOffer offer) -> Answer.ok(view(offer));
      case SlotOfferResult.Over _ ->
          Answer.problem(409, "OFFER_OVER", "it has ended, or the slot is no more");
      case SlotOfferResult.NobodyWaits _ ->
          Answer.problem(409, "NOBODY_WAITS", "nobody who waits could use it or was not asked");
      case SlotOfferResult.TooLate _ ->
          Answer.problem(409, "TOO_LATE", "it begins too soon for anybody to be asked");
      case SlotOfferResult.Full _ ->
          Answer.problem(409, "SLOT_FULL", "every seat of this slot is taken");
      case SlotOfferResult.NoSuchSlot _ ->
          Answer.problem(409, "NO_SUCH_SLOT", "nobody is received then, or the hour has passed");
      case SlotOfferResult.NoSuchOffer _ -> notFound();
      case SlotOfferResult.RecordsDown _ -> recordsDown();
    };
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is nothing here");
  }

  private static Answer recordsDown() {
    return Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
  }

  private static WaitlistView.OfferView view(SlotOffer offer) {
    return WaitlistView.OfferView.of(offer);
  }
}
