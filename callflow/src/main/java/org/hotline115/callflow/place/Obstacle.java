package org.hotline115.callflow.place;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a group cannot take a household, with what makes it concrete.
 *
 * @param amount how many places or cots are missing, how many minutes too far, how many fit into a
 *     room, which age is the bound; 0 when the reason has no figure
 * @param time from when on, or until when it was; null when the reason has no hour
 */
public record Obstacle(Misfit misfit, int amount, @Nullable LocalTime time) {

  static Obstacle of(Misfit misfit) {
    return new Obstacle(misfit, 0, null);
  }

  static Obstacle of(Misfit misfit, int amount) {
    return new Obstacle(misfit, amount, null);
  }
}
