package org.hotline115.callflow.contact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline115.callflow.caller.Discretion;

/**
 * The fields of the first-reception form, in the order one speaks: name on the wire, rule, and
 * whether it is one of the seven codes without which a contact is not closed. What a person said in
 * words is kept encrypted.
 */
public enum ContactField {
  CHANNEL("channel", new FieldRule.Code(ContactChannel.class)),
  CALLER_KIND("callerKind", new FieldRule.Code(CallerKind.class)),
  KINDS("kinds", new FieldRule.Codes(ContactKind.class)),
  HOUSEHOLD_TYPE("householdType", new FieldRule.Code(HouseholdType.class)),
  ADULTS("adults", new FieldRule.Count(0, 50)),
  MINORS("minors", new FieldRule.Count(0, 50)),
  UNDER_3("under3", new FieldRule.Count(0, 50)),
  PETS("pets", new FieldRule.Code(Pets.class)),
  YOUNGEST("youngest", new FieldRule.Count(0, 120)),
  OLDEST("oldest", new FieldRule.Count(0, 120)),
  REDUCED_MOBILITY("reducedMobility", new FieldRule.Flag()),
  NOT_SEPARATED("notSeparated", new FieldRule.Flag()),
  WOMEN_ONLY("womenOnly", new FieldRule.Flag()),
  COTS("cots", new FieldRule.Count(0, 10)),
  WAY_MINUTES("wayMinutes", new FieldRule.Count(1, 600)),
  INSEE_CODE(
      "inseeCode",
      new FieldRule.Shape(
          Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}|UNKNOWN"),
          "an INSEE code such as 34172 or 2A004, or UNKNOWN")),
  PLACE_TEXT("placeText", new FieldRule.Words(160, false)),
  LAST_NIGHT("lastNight", new FieldRule.Code(ResidentialSituation.class)),
  NEEDS("needs", new FieldRule.Codes(NeedCode.class)),
  PERSON_WISH("personWish", new FieldRule.Words(500, true)),
  PSEUDONYM("pseudonym", new FieldRule.Words(60, false)),
  SMS_AGREED("smsAgreed", new FieldRule.Flag()),
  DISCRETION("discretion", new FieldRule.Code(Discretion.class)),
  LANGUAGE(
      "language",
      new FieldRule.Shape(Pattern.compile("[a-z]{2,3}"), "a language code such as fr or prs")),
  NEXT_STEP("nextStep", new FieldRule.Code(NextStep.class)),
  RESULT("result", new FieldRule.Code(ContactResult.class)),
  NOTE_TEXT("noteText", new FieldRule.Words(4000, true));

  /** The seven codes, in the order in which a missing one is asked for. */
  public static final List<ContactField> NEEDED_TO_CLOSE =
      List.of(CHANNEL, CALLER_KIND, KINDS, HOUSEHOLD_TYPE, INSEE_CODE, NEXT_STEP, RESULT);

  private final String wireName;

  @SuppressWarnings("ImmutableEnumChecker") // records of classes, numbers and patterns
  private final FieldRule rule;

  ContactField(String wireName, FieldRule rule) {
    this.wireName = wireName;
    this.rule = rule;
  }

  public String wireName() {
    return wireName;
  }

  FieldRule rule() {
    return rule;
  }

  boolean isEncrypted() {
    return rule instanceof FieldRule.Words;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ContactField> byWireName(String name) {
    return Arrays.stream(values()).filter(field -> field.wireName.equals(name)).findFirst();
  }
}
