package org.hotline115.callflow.place;

/** How long one may stay, as {@code OPEN_ENDED}, {@code NIGHT} or {@code MAX_NIGHTS 7}. */
public record StayRule(Kind kind, int nightsMax) {

  public static final StayRule OPEN_ENDED = new StayRule(Kind.OPEN_ENDED, 0);
  public static final int NIGHTS_MOST = 366;

  private static final String NIGHTS = "MAX_NIGHTS ";

  /** Without an end, for this night only, or for at most so many. */
  public enum Kind {
    OPEN_ENDED,
    NIGHT,
    MAX_NIGHTS
  }

  public StayRule {
    boolean right =
        switch (kind) {
          case OPEN_ENDED -> nightsMax == 0;
          case NIGHT -> nightsMax == 1;
          case MAX_NIGHTS -> nightsMax >= 1 && nightsMax <= NIGHTS_MOST;
        };
    if (!right) {
      throw new IllegalArgumentException("a stay has 1 to " + NIGHTS_MOST + " nights, or no end");
    }
  }

  /** Throws {@link IllegalArgumentException} for what is no rule. */
  public static StayRule of(String text) {
    if (text.startsWith(NIGHTS)) {
      return new StayRule(Kind.MAX_NIGHTS, Integer.parseInt(text.substring(NIGHTS.length())));
    }
    Kind kind = Kind.valueOf(text);
    return new StayRule(kind, kind == Kind.NIGHT ? 1 : 0);
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return kind == Kind.MAX_NIGHTS ? NIGHTS + nightsMax : kind.name();
  }
}
