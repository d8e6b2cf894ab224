package org.hotline115.callflow.person;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of themselves; empty is not said, and normal. Signs that turn the writing
 * direction round are taken out, because they hide what is written. Prints no name.
 *
 * @param refused asked for a name, and does not wish to say one
 */
public record PersonDetails(
    String firstName,
    String lastName,
    String pseudonym,
    @Nullable Integer birthYear,
    Gender gender,
    @Nullable String language,
    boolean refused) {

  public static final int NAME_MAX = 60;
  public static final int BIRTH_YEAR_MIN = 1900;

  private static final Pattern HIDING =
      Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u200E\\u200F\\uFEFF]");

  public PersonDetails {
    firstName = clean(firstName);
    lastName = clean(lastName);
    pseudonym = clean(pseudonym);
  }

  private static String clean(String name) {
    String clean = HIDING.matcher(name).replaceAll("").strip();
    if (clean.codePointCount(0, clean.length()) > NAME_MAX) {
      throw new IllegalArgumentException("a name has at most " + NAME_MAX + " characters");
    }
    return clean;
  }

  boolean isNameless() {
    return firstName.isEmpty() && lastName.isEmpty() && pseudonym.isEmpty();
  }

  /** Follows from what was said, so that nobody has to choose it. A name unsaid is unsaid. */
  public IdentityQuality identityQuality() {
    if (isNameless()) {
      return refused ? IdentityQuality.REFUSED : IdentityQuality.ANONYMOUS;
    }
    if (!firstName.isEmpty() && !lastName.isEmpty() && birthYear != null) {
      return IdentityQuality.FULL;
    }
    return firstName.isEmpty() && lastName.isEmpty()
        ? IdentityQuality.PSEUDONYM
        : IdentityQuality.PARTIAL;
  }

  @Override
  public String toString() {
    return identityQuality() + " details";
  }
}
