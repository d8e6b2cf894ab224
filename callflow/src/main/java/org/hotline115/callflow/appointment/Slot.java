package org.hotline115.callflow.appointment;

/**
 * One slot of a schedule and how many seats of it are taken.
 *
 * @param offered seats that wait for the answer of somebody who was offered them
 */
public record Slot(Schedule schedule, SlotTime time, int booked, int offered) {

  /** Never negative: a schedule may have lost seats after they were promised. */
  public int free() {
    return Math.max(0, schedule.capacity() - booked - offered);
  }
}
