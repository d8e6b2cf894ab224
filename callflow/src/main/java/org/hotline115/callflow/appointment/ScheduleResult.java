package org.hotline115.callflow.appointment;

/** What became of a wish about a schedule. */
public sealed interface ScheduleResult {

  record Kept(Schedule schedule) implements ScheduleResult {}

  /**
   * People are expected after the day on which it should end, or on the day that should be closed:
   * they are moved or told first.
   */
  record StillExpected(int people) implements ScheduleResult {}

  /** So many single days are closed that the rule is another one. */
  record TooManyClosedDays() implements ScheduleResult {}

  record NoSuchSite() implements ScheduleResult {}

  record NoSuchSchedule() implements ScheduleResult {}

  /** The id is another schedule's. */
  record OtherSchedule() implements ScheduleResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements ScheduleResult {}
}
