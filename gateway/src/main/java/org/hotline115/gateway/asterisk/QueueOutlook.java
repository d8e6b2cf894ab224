package org.hotline115.gateway.asterisk;

import java.util.OptionalInt;
import org.hotline115.callflow.intake.WaitOutlook;
import org.hotline115.callflow.queue.LiveQueues;

/** What the live queues let us say; a number that we have no words for is not said. */
record QueueOutlook(LiveQueues queues, int highestNumber) implements WaitOutlook {

  @Override
  public OptionalInt minutes(String queue) {
    int position = queues.nextPosition(queue);
    if (position == 0) {
      return OptionalInt.empty();
    }
    OptionalInt minutes = queues.estimateMinutes(queue, position);
    return minutes.isPresent() && minutes.getAsInt() <= highestNumber
        ? minutes
        : OptionalInt.empty();
  }

  @Override
  public boolean mustWait(String queue) {
    return queues.nextPosition(queue) > 0;
  }
}
