package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.WrittenRoutes;

/** Who cannot hear: his texts enter the order of calls, and an agent writes back. */
public final class WrittenWing implements Wing {

  /** What it stands on. */
  public record Ground(
      RecordCall calls, CallerStore callers, CallbackFeature callbacks, MessageFeature messages) {}

  private final Ground ground;

  /** From now on texts that call one of the lines are taken. Before the messages start. */
  public WrittenWing(
      Ground ground, List<TakeWrittenCalls.WrittenLine> lines, InstantSource clock, ZoneId zone) {
    this.ground = ground;
    ground
        .messages()
        .read(
            new TakeWrittenCalls(
                lines,
                ground.callbacks().promiseCallback(),
                ground.callbacks().readCallbacks(),
                ground.messages().serviceTexts(),
                clock,
                zone));
  }

  @Override
  public List<Routes> routes() {
    return List.of(
        new WrittenRoutes(
            ground.calls(),
            ground.callbacks().readCallbacks(),
            ground.messages().correspondence(),
            ground.callers()));
  }
}
