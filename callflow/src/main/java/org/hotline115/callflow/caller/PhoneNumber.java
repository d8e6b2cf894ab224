package org.hotline115.callflow.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;

/** A telephone number as E.164. Prints masked: only who calls {@link #e164} sees it whole. */
public record PhoneNumber(String e164) {

  private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{5,14}");
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int SHOWN_AT_THE_END = 2;

  public PhoneNumber {
    if (!SHAPE.matcher(e164).matches()) {
      throw new IllegalArgumentException("a phone number is '+' and 6 to 15 digits");
    }
  }

  /** As it is said in its own country, its middle hidden: {@code 06 •• •• •• 78}. */
  public String masked() {
    String[] groups = national().strip().split("[\\s.-]+", -1);
    StringBuilder shown = new StringBuilder(groups[0].length() > 4 ? "••" : groups[0]);
    for (int i = 1; i < groups.length - 1; i++) {
      shown.append(" ••");
    }
    String last = groups[groups.length - 1];
    return shown.append(' ').append(last.substring(Math.max(0, last.length() - 2))).toString();
  }

  /** True for a number that can receive texts, as far as a number says so itself. */
  public boolean isMobile() {
    if (e164.startsWith("+33639980")) {
      return true; // fiction, unknown to the library: the demo's own caller
    }
    try {
      return switch (LIBRARY.getNumberType(LIBRARY.parse(e164, null))) {
        case MOBILE, FIXED_LINE_OR_MOBILE -> true;
        default -> false; // a foreign enum with kinds we need not know
      };
    } catch (NumberParseException unknownCountry) {
      return false;
    }
  }

  /** As it is dialled in France: {@code 0612345678}, or {@code 0032...} for another country. */
  public String dialled() {
    return e164.startsWith("+33") ? "0" + e164.substring(3) : "00" + e164.substring(1);
  }

  private String national() {
    try {
      return LIBRARY.format(LIBRARY.parse(e164, null), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException unknownCountry) {
      return "•• " + e164.substring(e164.length() - SHOWN_AT_THE_END);
    }
  }

  @Override
  public String toString() {
    return masked();
  }
}
