package org.hotline115.callflow.shelter;

import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.board.SetFreePlaces;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.store.RecordsAway;

/** What the keypad's menu decides with: whose code it is, its groups, the saving. */
final class Keypad {

  private final SiteChannels channels;
  private final JdbcAskings askings;
  private final SiteFigures figures;
  private final SetFreePlaces setFreePlaces;
  private final CodeThrottle throttle;
  private final ShelterMetrics metrics;

  /** The stores and use cases behind. */
  record Parts(
      SiteChannels channels,
      JdbcAskings askings,
      SiteFigures figures,
      SetFreePlaces setFreePlaces) {}

  Keypad(Parts parts, CodeThrottle throttle, ShelterMetrics metrics) {
    this.channels = parts.channels();
    this.askings = parts.askings();
    this.figures = parts.figures();
    this.setFreePlaces = parts.setFreePlaces();
    this.throttle = throttle;
    this.metrics = metrics;
  }

  /** What a keyed code opens. */
  sealed interface Opened {

    record Site(SiteChannel channel, List<SiteFigure> groups) implements Opened {}

    record WrongCode() implements Opened {}

    /** Too many wrong codes: only a human helps now. */
    record Locked() implements Opened {}

    /** PostgreSQL away: nothing can be noted, a human takes it. */
    record Down() implements Opened {}
  }

  boolean isLocked(IncomingCall call) {
    return throttle.isLocked(caller(call), isKnown(call));
  }

  Opened open(IncomingCall call, String keyed) {
    boolean known = isKnown(call);
    if (throttle.isLocked(caller(call), known)) {
      metrics.codeRefused("Locked");
      return new Opened.Locked();
    }
    try {
      Optional<SiteChannel> channel = SiteCode.parse(keyed).flatMap(channels::byCode);
      if (channel.isEmpty()) {
        throttle.failed(caller(call), known);
        metrics.codeRefused("Wrong");
        return new Opened.WrongCode();
      }
      throttle.succeeded(caller(call));
      return new Opened.Site(channel.get(), figures.of(channel.get().siteId()));
    } catch (RecordsAway away) {
      return new Opened.Down();
    }
  }

  /** {@code nth}: counts the figures of one call, so that a group may be corrected in it. */
  TellResult tell(CallId call, int nth, SiteFigure group, int free) {
    TellResult result =
        setFreePlaces.run(
            new Telling(
                TellIds.of("keypad", call.linkedid(), Integer.toString(nth)),
                group.placeGroupId(),
                free,
                group.tellingName(),
                UpdateSource.PHONE_KEYPAD));
    metrics.saved(UpdateSource.PHONE_KEYPAD, result.getClass().getSimpleName());
    return result;
  }

  private static Optional<CallerKey> caller(IncomingCall call) {
    return Optional.ofNullable(call.caller().key());
  }

  private boolean isKnown(IncomingCall call) {
    try {
      return caller(call).map(askings::isShelter).orElse(false);
    } catch (RecordsAway away) {
      return false;
    }
  }
}
