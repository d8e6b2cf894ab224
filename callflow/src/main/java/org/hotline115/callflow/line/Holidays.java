package org.hotline115.callflow.line;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which days are public holidays where a line is: those of all France, and what a territory has
 * besides. The movable ones are computed from Easter.
 */
public enum Holidays {
  FRANCE,
  /** Moselle, Bas-Rhin, Haut-Rhin: Good Friday and 26 December besides. */
  ALSACE_MOSELLE(MonthDay.of(12, 26)),
  GUADELOUPE(MonthDay.of(5, 27)),
  MARTINIQUE(MonthDay.of(5, 22)),
  GUYANE(MonthDay.of(6, 10)),
  REUNION(MonthDay.of(12, 20)),
  MAYOTTE(MonthDay.of(4, 27));

  private static final int GOOD_FRIDAY = -2;

  /** Easter Monday, Ascension Day, Whit Monday. */
  private static final List<Integer> AFTER_EASTER = List.of(1, 39, 50);

  private static final List<MonthDay> FIXED =
      List.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  private final @Nullable MonthDay own;

  Holidays() {
    this.own = null;
  }

  Holidays(MonthDay own) {
    this.own = own;
  }

  public boolean includes(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    if (FIXED.contains(day) || day.equals(own)) {
      return true;
    }
    int afterEaster = Math.toIntExact(date.toEpochDay() - easter(date.getYear()).toEpochDay());
    return AFTER_EASTER.contains(afterEaster)
        || (this == ALSACE_MOSELLE && afterEaster == GOOD_FRIDAY);
  }

  /** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int yearOfCentury = year % 100;
    int moonCorrection = (century + 8) / 25;
    int sunCorrection = (century - moonCorrection + 1) / 3;
    int epact = (19 * golden + century - century / 4 - sunCorrection + 15) % 30;
    int toSunday =
        (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * toSunday) / 451;
    int marchDays = epact + toSunday - 7 * late + 114;
    return LocalDate.of(year, marchDays / 31, marchDays % 31 + 1);
  }
}
