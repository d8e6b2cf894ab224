package org.hotline115.callflow.waitlist;

import java.util.List;
import org.hotline115.callflow.message.JdbcPlannedTexts.PlannedText;

/**
 * Who waits at one site, and which seats wait for whose answer.
 *
 * @param waiting by service, and there in the order in which they are asked
 */
public record WaitingList(List<Waiting> waiting, List<OpenOffer> offers) {

  public WaitingList {
    waiting = List.copyOf(waiting);
    offers = List.copyOf(offers);
  }

  /** An offer, to whom, and what became of its text. */
  public record OpenOffer(SlotOffer offer, Waiting to, List<PlannedText> texts) {

    public OpenOffer {
      texts = List.copyOf(texts);
    }

    @Override
    public String toString() {
      return "open " + offer;
    }
  }
}
