package org.hotline115.callflow.directory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.Admission;
import org.hotline115.callflow.place.AllocationOwner;
import org.hotline115.callflow.place.AvailabilityKind;
import org.hotline115.callflow.place.Capacity;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceType;
import org.hotline115.callflow.place.PlaceUnit;
import org.hotline115.callflow.place.ReleaseTimes;
import org.hotline115.callflow.place.SiteKind;
import org.hotline115.callflow.place.StayRule;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a site and of a group: the columns of an import, the fields of the page, the
 * columns of the tables. {@code otherwise} is what an empty field means; null: it may not be empty.
 */
public enum SheetField {
  SITE(true, new SheetRule.Shape(Pattern.compile("[a-z0-9][a-z0-9-]{0,63}")), null),
  SITE_NAME(true, new SheetRule.Words(80), null),
  SITE_KIND(true, new SheetRule.Code(SiteKind.class), "FIXED"),
  ORGANISATION(true, new SheetRule.Words(120), null),
  COMMUNE(true, new SheetRule.Words(80), null),
  INSEE_CODE(true, new SheetRule.Shape(Pattern.compile("(?:[013-9][0-9]|2[0-9AB])[0-9]{3}")), null),
  POSTAL_CODE(true, new SheetRule.Shape(Pattern.compile("[0-9]{5}")), ""),
  ADDRESS(true, new SheetRule.Words(200), ""),
  ADDRESS_IS_SECRET(true, new SheetRule.Flag(), "false"),
  PHONE(true, new SheetRule.Shape(Pattern.compile("\\+?[0-9][0-9 .]{2,20}")), ""),
  LATITUDE(true, new SheetRule.Degrees(90), ""),
  LONGITUDE(true, new SheetRule.Degrees(180), ""),
  SITE_ACCESS(true, new SheetRule.Code(Access.class), "UNKNOWN"),
  SITE_PETS(true, new SheetRule.Code(PetsAllowed.class), "NONE"),
  PLACE_GROUP(false, new SheetRule.Shape(Pattern.compile("[a-z0-9][a-z0-9-]{0,63}")), null),
  NAME(false, new SheetRule.Words(80), null),
  PLACE_TYPE(false, new SheetRule.Code(PlaceType.class), null),
  UNIT(false, new SheetRule.Code(PlaceUnit.class), "PERSON_PLACE"),
  ROOM_SIZE(false, new SheetRule.Count(1, Capacity.ROOM_SIZE_MAX), "1"),
  INSTALLED(false, new SheetRule.Count(0, 2_000), null),
  COTS(false, new SheetRule.Count(0, 200), "0"),
  ON_DEMAND(false, new SheetRule.Flag(), "false"),
  GENDER_RULE(false, new SheetRule.Code(GenderRule.class), "MIXED"),
  HOUSEHOLD_TYPES(false, new SheetRule.Codes(HouseholdType.class), ""),
  AGE_MIN(false, new SheetRule.Count(0, Admission.AGE_MAX), ""),
  AGE_MAX(false, new SheetRule.Count(0, Admission.AGE_MAX), ""),
  PETS(false, new SheetRule.Code(PetsAllowed.class), ""),
  ACCESS(false, new SheetRule.Code(Access.class), "UNKNOWN"),
  AVAILABILITY(false, new SheetRule.Code(AvailabilityKind.class), "YEAR_ROUND"),
  OPEN_FROM(false, new SheetRule.Day(), ""),
  OPEN_TO(false, new SheetRule.Day(), ""),
  ARRIVAL_FROM(false, new SheetRule.Time(), "06:00"),
  ARRIVAL_UNTIL(false, new SheetRule.Time(), "22:00"),
  NIGHT_ONLY(false, new SheetRule.Flag(), "false"),
  STAY_RULE(false, new SheetRule.Parsed(text -> StayRule.of(text).toString()), "OPEN_ENDED"),
  RELEASE_TIMES(false, new SheetRule.Parsed(text -> ReleaseTimes.of(text).toString()), ""),
  ALLOCATION_OWNER(false, new SheetRule.Code(AllocationOwner.class), "SIAO_115"),
  STALE_AFTER_MINUTES(false, new SheetRule.Count(15, 10_080), "240");

  private static final Map<String, SheetField> BY_COLUMN =
      Arrays.stream(values()).collect(Collectors.toMap(SheetField::column, Function.identity()));

  private final boolean ofSite;

  @SuppressWarnings("ImmutableEnumChecker") // every rule is a record of constants
  private final SheetRule rule;

  private final @Nullable String otherwise;

  SheetField(boolean ofSite, SheetRule rule, @Nullable String otherwise) {
    this.ofSite = ofSite;
    this.rule = rule;
    this.otherwise = otherwise;
  }

  /** As it heads a column of a file and names a field on the wire: {@code place_type}. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is called in JSON: {@code placeType}. */
  public String wire() {
    Matcher words = Pattern.compile("_([a-z])").matcher(column());
    return words.replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  public static Optional<SheetField> ofColumn(String column) {
    return Optional.ofNullable(BY_COLUMN.get(column));
  }

  /** True for what belongs to the site and so to each of its groups. */
  public boolean isOfSite() {
    return ofSite;
  }

  /** The field by whose value the site or the group is known; it never changes. */
  public boolean isId() {
    return this == SITE || this == PLACE_GROUP;
  }

  /** Whether JSON writes it as text, number, truth or list. */
  public Kind kind() {
    return switch (rule) {
      case SheetRule.Count _ -> Kind.NUMBER;
      case SheetRule.Flag _ -> Kind.FLAG;
      case SheetRule.Codes _ -> Kind.CODES;
      case SheetRule.Words _,
          SheetRule.Shape _,
          SheetRule.Code _,
          SheetRule.Degrees _,
          SheetRule.Parsed _,
          SheetRule.Time _,
          SheetRule.Day _ ->
          Kind.TEXT;
    };
  }

  /** How a value looks in JSON. */
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    CODES
  }

  /** False: a file without this column is refused. */
  public boolean mayBeEmpty() {
    return otherwise != null;
  }

  /** True when this is a value that may stand there. */
  boolean takes(String value) {
    try {
      return !canonical(value).isEmpty();
    } catch (SheetRule.Refused refused) {
      return false;
    }
  }

  /** The canonical writing. Throws {@link SheetRule.Refused}. */
  String canonical(String raw) {
    String value = raw.strip();
    if (!value.isEmpty()) {
      value = rule.canonical(value);
    }
    if (!value.isEmpty()) {
      return value;
    }
    if (otherwise == null) {
      throw new SheetRule.Refused("MISSING_FIELD");
    }
    return otherwise;
  }
}
