package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.function.Function;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.ThirdParty;
import org.jspecify.annotations.Nullable;

/**
 * The colleague of a talk on the wire.
 *
 * @param askedBy the name of who asked him in
 * @param since since when he is in the talk; null: he is not
 * @param passedOn the agent who asked has left, and the caller is his
 */
public record ColleagueView(
    AgentId agent,
    String name,
    @Nullable String askedBy,
    @Nullable Instant rungAt,
    @Nullable Instant missedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant since,
    @Nullable Instant endedAt,
    boolean rings,
    boolean passedOn) {

  /** Nothing when nobody was asked. */
  static @Nullable ColleagueView of(Call call, CallState now, Function<AgentId, String> names) {
    AgentId asked = call.colleague().agent();
    if (asked == null) {
      return null;
    }
    AgentId by = call.agent();
    ThirdParty third = call.colleague().third();
    boolean over = call.times().overAt() != null;
    return new ColleagueView(
        asked,
        names.apply(asked),
        by == null ? null : names.apply(by),
        third.rungAt(),
        third.missedAt(),
        third.answeredAt(),
        over ? null : third.time().since(),
        third.time().lastEndedAt(),
        !over && third.rings(),
        asked.equals(now.agent()));
  }
}
