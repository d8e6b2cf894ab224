package org.hotline115.callflow.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what networks, people and files write as a number. The home region is tried first, then the
 * other French ones: the first that makes it a valid number wins (domain page, 7.3).
 */
public final class PhoneNumbers {

  private static final List<String> REGIONS = List.of("FR", "GP", "GF", "MQ", "RE", "YT", "PM");
  private static final int LENGTH_MAX = 40;
  private static final Set<String> WITHHELD =
      Set.of("anonymous", "private", "restricted", "withheld", "masked", "prohibited");
  private static final Set<String> UNAVAILABLE =
      Set.of("", "unknown", "unavailable", "<unknown>", "asterisk", "s");

  /** An operator that put the metropolitan prefix before an overseas number. */
  private static final Pattern WRONG_PREFIX = Pattern.compile("(?:\\+|00)33(?=[67]\\d{8}$)");

  /** Reserved for fiction by the numbering authority, unknown to the library: the demo calls so. */
  private static final Pattern FICTION = Pattern.compile("(?:\\+33|0033|0)(63998\\d{4})");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final List<String> regions = new ArrayList<>();

  public PhoneNumbers(String homeRegion) {
    if (!REGIONS.contains(homeRegion)) {
      throw new IllegalArgumentException("the home region is one of " + REGIONS);
    }
    regions.add(homeRegion);
    REGIONS.stream().filter(region -> !region.equals(homeRegion)).forEach(regions::add);
  }

  /** The number as E.164, or nothing when no French region and no country knows it. */
  public Optional<PhoneNumber> read(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    if (text.isEmpty() || text.length() > LENGTH_MAX || !text.chars().allMatch(this::mayBePart)) {
      return Optional.empty();
    }
    String digits = text.replace("(0)", "").replaceAll("[\\s.()/-]", "");
    var fiction = FICTION.matcher(digits);
    if (fiction.matches()) {
      return Optional.of(new PhoneNumber("+33" + fiction.group(1)));
    }
    return valid(digits).or(() -> valid(WRONG_PREFIX.matcher(digits).replaceFirst("0")));
  }

  private boolean mayBePart(int character) {
    return character < 128 && (Character.isDigit(character) || "+ .()/-".indexOf(character) >= 0);
  }

  private Optional<PhoneNumber> valid(String digits) {
    return regions.stream().flatMap(region -> validIn(region, digits).stream()).findFirst();
  }

  private Optional<PhoneNumber> validIn(String region, String digits) {
    try {
      var parsed = library.parse(digits, region);
      return library.isValidNumber(parsed)
          ? Optional.of(new PhoneNumber(library.format(parsed, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notInThisRegion) {
      return Optional.empty();
    }
  }

  /** What the network's caller id means when {@link #read} found no number in it. */
  CallerIdState stateWithoutNumber(@Nullable String callerId) {
    String text = callerId == null ? "" : callerId.strip().toLowerCase(Locale.ROOT);
    if (WITHHELD.contains(text)) {
      return CallerIdState.WITHHELD;
    }
    return UNAVAILABLE.contains(text) ? CallerIdState.UNAVAILABLE : CallerIdState.INVALID;
  }
}
