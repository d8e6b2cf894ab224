package org.hotline115.gateway.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand as the sender of automated texts in France; {@code domain.md} 7.3. */
final class SmsSender {

  private static final Pattern MOBILE = Pattern.compile("(\\+33|0033|0)[67].*");

  /** The ranges that the public is told to block: 01 62, 01 63, 02 70, ... 09 475 to 09 479. */
  private static final Pattern COLD_CALLING =
      Pattern.compile("(\\+33|0033|0)(16[23]|27[01]|37[78]|42[45]|56[89]|94[89]|947[5-9]).*");

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{4,14}|[0-9]{4,6}");

  /** A name is read only; at most 11 characters, one of them a letter. */
  private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");

  private SmsSender() {}

  /** Why this cannot be the sender; nothing when it can, or when none is named. */
  static Optional<String> problem(String from) {
    String compact = from.replaceAll("[ .-]", "");
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (MOBILE.matcher(compact).matches()) {
      return Optional.of("from is a mobile number: France forbids automated texts from 06 and 07");
    }
    if (COLD_CALLING.matcher(compact).matches()) {
      return Optional.of("from is in a range of cold calling, which people are told to block");
    }
    if (!NUMBER.matcher(from).matches() && !NAME.matcher(from).matches()) {
      return Optional.of(
          "from must be a number such as +33937000000, a short code, or a name of at most 11"
              + " letters and digits with a letter in it");
    }
    return Optional.empty();
  }
}
