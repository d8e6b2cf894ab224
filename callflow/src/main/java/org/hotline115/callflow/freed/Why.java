package org.hotline115.callflow.freed;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.priority.PriorityReason;
import org.hotline115.callflow.request.ShelterRequest;

/**
 * Why it is this household's turn, for one line on the screen: "attend depuis 18 h 31, 2 nuits sans
 * solution, P2".
 *
 * @param level of the grid that counts; 1 comes first
 */
public record Why(
    Instant waitingSince, int nightsWithout, int level, List<PriorityReason> because) {

  public Why {
    because = List.copyOf(because);
  }

  static Why of(ShelterRequest request, WaitingOrder.Level level) {
    return new Why(
        request.waitingSince(), request.nightsWithout(), level.number(), level.because());
  }
}
