package org.hotline115.callflow.appointment;

import java.util.OptionalDouble;

/**
 * What became of the appointments of a time; the definitions are those of {@code domain.md} 5.4 and
 * stand beside each query of {@code jdbc_figures.sql}.
 *
 * @param noShow missed, of those seen and missed
 * @param unknownPast of the past ones, those of which nobody said what became of them
 * @param excused cancelled by the person, of those seen, missed and cancelled by the person
 * @param excusedEarly of those, the ones cancelled four hours before or earlier
 * @param slotRecovery cancelled seats that somebody else got
 * @param walkIn of the people received, those without an appointment
 * @param delivered texts that arrived, of those whose fate is known or overdue
 * @param answered appointments confirmed or cancelled by text, of the questions that arrived
 * @param refused new refusals of texts, of the people written to
 * @param leadDays days between booking and appointment, the middle one
 * @param missedReminded missed, among those of whom a reminder arrived
 * @param missedUnreminded missed, among those who agreed to texts and got none
 */
public record AppointmentFigures(
    Rate noShow,
    Rate unknownPast,
    Rate excused,
    Rate excusedEarly,
    Rate slotRecovery,
    Rate walkIn,
    Rate delivered,
    Rate answered,
    Rate refused,
    OptionalDouble leadDays,
    Rate missedReminded,
    Rate missedUnreminded) {

  /** Above this share nobody can trust the rate of the missed ones. */
  private static final double UNKNOWN_MAX = 0.1;

  public boolean isNoShowReliable() {
    return unknownPast.value().orElse(0) <= UNKNOWN_MAX;
  }

  /** How many fewer miss it with a reminder, as a share; no proof: who is not reached differs. */
  public OptionalDouble reminderEffect() {
    OptionalDouble without = missedUnreminded.value();
    OptionalDouble with = missedReminded.value();
    return without.isEmpty() || with.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(without.getAsDouble() - with.getAsDouble());
  }
}
