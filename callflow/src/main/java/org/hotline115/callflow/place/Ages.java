package org.hotline115.callflow.place;

import org.jspecify.annotations.Nullable;

/** How old the persons of a household are, as far as they said: null is not known. */
public record Ages(int minors, int under3, @Nullable Integer youngest, @Nullable Integer oldest) {

  /** Nobody asked. */
  public static final Ages UNKNOWN = new Ages(0, 0, null, null);

  private static final int LAST_YEAR_UNDER_3 = 2;
  private static final int LAST_YEAR_A_MINOR = 17;

  public Ages {
    if (minors < 0 || under3 < 0 || isNoAge(youngest) || isNoAge(oldest)) {
      throw new IllegalArgumentException("ages are 0 to " + Admission.AGE_MAX);
    }
  }

  private static boolean isNoAge(@Nullable Integer age) {
    return age != null && (age < 0 || age > Admission.AGE_MAX);
  }

  /** True when somebody is surely younger than that. */
  boolean somebodyYounger(int age) {
    return (youngest != null && youngest < age)
        || (under3 > 0 && LAST_YEAR_UNDER_3 < age)
        || (minors > 0 && LAST_YEAR_A_MINOR < age);
  }

  /** True when somebody is surely older than that. */
  boolean somebodyOlder(int age) {
    return (oldest != null && oldest > age) || (youngest != null && youngest > age);
  }
}
