package org.hotline115.callflow.shelter;

import java.time.Instant;
import org.hotline115.callflow.message.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * How one shelter wishes to be asked for its figures.
 *
 * @param siteName as texts and screens call it
 * @param number whom a text reaches; null for who is only called by a person
 * @param smsStoppedAt since when it wants no more questions by text
 * @param hasCode it can tell its figures by the keypad
 */
public record SiteChannel(
    String siteId,
    String siteName,
    AskBy askBy,
    String language,
    @Nullable Recipient number,
    boolean askedAtNight,
    @Nullable Instant smsStoppedAt,
    boolean hasCode) {

  /**
   * What is possible: no text to who wants none, no "answer 3" from a sender that hears nothing.
   */
  AskBy effective(boolean textsAreHeard) {
    if (number == null || smsStoppedAt != null) {
      return AskBy.PERSON;
    }
    return askBy == AskBy.SMS && !textsAreHeard ? AskBy.LINK : askBy;
  }

  @Override
  public String toString() {
    return "channel of " + siteId;
  }
}
