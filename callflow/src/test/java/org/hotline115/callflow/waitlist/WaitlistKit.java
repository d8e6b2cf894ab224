package org.hotline115.callflow.waitlist;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.ReminderKit;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleSamples;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.Database;

/** A site that receives every morning, one person a slot, and people who wait for an hour there. */
abstract class WaitlistKit extends ReminderKit {

  static final Recipient FIRST = number("c1", "+33639980001");
  static final Recipient SECOND = number("c2", "+33639980002");
  static final Recipient THIRD = number("c3", "+33639980003");

  WaitlistFeature waitlist;
  private int texts;

  private static Recipient number(String key, String e164) {
    return new Recipient(new CallerKey(key.repeat(32)), new PhoneNumber(e164));
  }

  static Reach agreed(Recipient recipient) {
    return new Reach(recipient, true, Discretion.NORMAL, "fr");
  }

  /** Another process over the same records. */
  @Override
  protected void restart() {
    super.restart();
    waitlist = waitlist(database, feature, messages, true);
    waitlist.hearAnswers();
    feature.hearAnswers();
  }

  WaitlistFeature waitlist(
      Database over, AppointmentFeature appointments, MessageFeature texts, boolean isHeard) {
    return new WaitlistFeature(
        new WaitlistFeature.Ground(
            over,
            CIPHER,
            new JdbcAuditTrail(over),
            () -> now,
            ScheduleSamples.PARIS,
            new SimpleMeterRegistry()),
        appointments,
        new WaitlistFeature.Texts(texts, OfferRules.DEFAULT, "04 65 71 00 00", isHeard));
  }

  Schedule mornings() {
    return open(ScheduleSamples.open("FREQ=DAILY", "09:00", "12:00", 30));
  }

  WaitId waits(String name, Reach reach) {
    return joined(new WaitId(UUID.randomUUID()), name, reach).waitId();
  }

  Waiting joined(WaitId id, String name, Reach reach) {
    now = now.plusSeconds(1);
    return waiting(
        waitlist
            .keepWaitingList()
            .join(
                new KeepWaitingList.Wish(id, site, "premier accueil", name, reach, null), CLAIRE));
  }

  WaitId waitsForEarlier(Appointment appointment) {
    now = now.plusSeconds(1);
    return waiting(
            waitlist
                .keepWaitingList()
                .joinForEarlier(new WaitId(UUID.randomUUID()), appointment.appointmentId(), CLAIRE))
        .waitId();
  }

  static Waiting waiting(WaitResult result) {
    if (result instanceof WaitResult.Waits(Waiting waiting)) {
      return waiting;
    }
    throw new AssertionError(result);
  }

  List<WaitingList.OpenOffer> offers() {
    return waitlist.readWaitingList().of(site).offers();
  }

  SlotOffer offer() {
    return offers().getFirst().offer();
  }

  /** To whom the one open offer is made. */
  String asked() {
    List<WaitingList.OpenOffer> open = offers();
    return open.size() == 1 ? open.getFirst().to().name() : open.toString();
  }

  List<String> names() {
    return waitlist.readWaitingList().of(site).waiting().stream().map(Waiting::name).toList();
  }

  List<Appointment> day(String day) {
    return feature.readAppointments().day(site, LocalDate.parse(day)).stream()
        .filter(each -> each.status().isExpected())
        .toList();
  }

  int free(Instant startsAt) {
    return feature.readAppointments().slots(site, startsAt, startsAt.plusSeconds(1)).stream()
        .mapToInt(slot -> slot.free())
        .sum();
  }

  /** Time passes, and what nobody answered goes on. */
  void passes(Instant until) {
    now = until;
    waitlist.lapseOffers().run();
    work();
  }

  /** The person writes, and what we answer has left; the answer. */
  String writes(Recipient sender, String body) {
    int before = provider.taken.size();
    arrives(sender, body);
    work();
    return provider.taken.stream()
        .skip(before)
        .filter(text -> text.to().equals(sender.number()))
        .map(text -> text.body())
        .reduce("", (first, next) -> first + next);
  }

  private void arrives(Recipient sender, String body) {
    messages.receiveText().run("SM%032x".formatted(++texts), sender, body);
    while (messages.readOne()) {
      now = now.plusMillis(1);
    }
  }
}
