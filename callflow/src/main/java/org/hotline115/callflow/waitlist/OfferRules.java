package org.hotline115.callflow.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.message.AllowedHours;

/**
 * How long somebody has to answer an offer, counted from when it may leave: what is given up in the
 * night is offered in the morning. Less than a day, so that the hour alone says when.
 */
public record OfferRules(Duration answerWithin, AllowedHours hours) {

  /** Who takes it must still be able to come. */
  static final Duration NOTICE = Duration.ofHours(1);

  /** Nobody is asked for an answer in less. */
  static final Duration LEAST = Duration.ofMinutes(30);

  /** Who left so many offers in a row without an answer is asked no more. */
  static final int UNANSWERED_MAX = 2;

  private static final Duration LONGEST = Duration.ofHours(12);

  public static final OfferRules DEFAULT =
      new OfferRules(Duration.ofHours(2), AllowedHours.DEFAULT);

  public OfferRules {
    if (answerWithin.compareTo(LEAST) < 0 || answerWithin.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("an offer is answered within 30 minutes to 12 hours");
    }
  }

  /** From when until when somebody may be asked. */
  record Window(Instant dueAt, Instant answerBefore) {

    /** A text that leaves later than this leaves no time to answer. */
    Instant worthUntil() {
      return answerBefore.minus(LEAST.dividedBy(2));
    }
  }

  /** Empty when it is too late to ask anybody: the seat is free, and an agent may give it. */
  Optional<Window> window(Instant now, Instant startsAt, ZoneId zone) {
    Instant dueAt = hours.atOrAfter(now, zone);
    Instant usual = dueAt.plus(answerWithin);
    Instant latest = startsAt.minus(NOTICE);
    Instant answerBefore = usual.isBefore(latest) ? usual : latest;
    return Duration.between(dueAt, answerBefore).compareTo(LEAST) < 0
        ? Optional.empty()
        : Optional.of(new Window(dueAt, answerBefore));
  }
}
