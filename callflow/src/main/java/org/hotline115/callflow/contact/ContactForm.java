package org.hotline115.callflow.contact;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotline115.callflow.caller.Discretion;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and said, field by field; every value has passed its field's rule. Codes are kept
 * by their names, lists of codes as lists of names.
 */
public final class ContactForm {

  private static final List<ContactField> SAME_AS_LAST_TIME =
      List.of(
          ContactField.CALLER_KIND,
          ContactField.PSEUDONYM,
          ContactField.HOUSEHOLD_TYPE,
          ContactField.ADULTS,
          ContactField.MINORS,
          ContactField.UNDER_3,
          ContactField.PETS,
          ContactField.YOUNGEST,
          ContactField.OLDEST,
          ContactField.REDUCED_MOBILITY,
          ContactField.NOT_SEPARATED,
          ContactField.WOMEN_ONLY,
          ContactField.COTS,
          ContactField.WAY_MINUTES,
          ContactField.INSEE_CODE,
          ContactField.NEEDS,
          ContactField.DISCRETION);

  private final Map<ContactField, Object> values;

  private ContactForm(Map<ContactField, Object> values) {
    this.values = values;
  }

  /**
   * What a telephone contact begins with: the one who calls, and the least flattering result, for
   * nobody has said yet.
   */
  public static ContactForm atTheBeginning(ContactChannel channel) {
    EnumMap<ContactField, Object> values = new EnumMap<>(ContactField.class);
    values.put(ContactField.CHANNEL, channel.name());
    values.put(ContactField.CALLER_KIND, CallerKind.SELF.name());
    values.put(ContactField.KINDS, List.of(ContactKind.SHELTER_REQUEST.name()));
    values.put(ContactField.HOUSEHOLD_TYPE, HouseholdType.UNKNOWN.name());
    values.put(ContactField.ADULTS, 1);
    values.put(ContactField.PETS, Pets.NONE.name());
    values.put(ContactField.INSEE_CODE, "UNKNOWN");
    values.put(ContactField.NEEDS, List.of());
    values.put(ContactField.SMS_AGREED, false);
    values.put(ContactField.DISCRETION, Discretion.NORMAL.name());
    values.put(ContactField.NEXT_STEP, NextStep.NONE_NEEDED.name());
    values.put(ContactField.RESULT, ContactResult.UNSOLVED.name());
    return new ContactForm(values);
  }

  static ContactForm ofKept(Map<ContactField, Object> values) {
    return new ContactForm(new EnumMap<>(values));
  }

  /** Null empties the field. Throws {@link FieldRule.Refused}. */
  ContactForm with(ContactField field, @Nullable Object raw) {
    EnumMap<ContactField, Object> changed = new EnumMap<>(ContactField.class);
    changed.putAll(values);
    if (raw == null) {
      changed.remove(field);
    } else {
      changed.put(field, field.rule().accept(raw));
    }
    return new ContactForm(changed);
  }

  /** Takes over what is likely to be the same as last time. Agreement to a text is asked anew. */
  ContactForm prefilledFrom(ContactForm last) {
    EnumMap<ContactField, Object> filled = new EnumMap<>(ContactField.class);
    filled.putAll(values);
    for (ContactField field :
        List.of(
            ContactField.HOUSEHOLD_TYPE,
            ContactField.ADULTS,
            ContactField.MINORS,
            ContactField.UNDER_3,
            ContactField.PETS,
            ContactField.REDUCED_MOBILITY,
            ContactField.NOT_SEPARATED,
            ContactField.DISCRETION)) {
      last.value(field).ifPresent(value -> filled.put(field, value));
    }
    return new ContactForm(filled);
  }

  /**
   * The same request again: who they are and what they need, except where this contact says
   * something else already than it did {@code atOpening}. Where they stand now, where they slept
   * and whether a text may be sent is another question each night.
   */
  ContactForm renewedFrom(ContactForm last, ContactForm atOpening) {
    EnumMap<ContactField, Object> renewed = new EnumMap<>(ContactField.class);
    renewed.putAll(values);
    for (ContactField field : SAME_AS_LAST_TIME) {
      boolean isUntouched = value(field).equals(atOpening.value(field));
      last.value(field).filter(_ -> isUntouched).ifPresent(value -> renewed.put(field, value));
    }
    Set<String> kinds =
        new TreeSet<>(List.of(ContactKind.SHELTER_REQUEST.name(), ContactKind.RENEWAL.name()));
    value(ContactField.KINDS).ifPresent(said -> kinds.addAll(Contact.names(said)));
    return new ContactForm(renewed).with(ContactField.KINDS, kinds);
  }

  public Optional<Object> value(ContactField field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The first of the seven codes that nobody has given. */
  Optional<ContactField> firstMissingCode() {
    return ContactField.NEEDED_TO_CLOSE.stream()
        .filter(field -> value(field).filter(value -> !value.equals(List.of())).isEmpty())
        .findFirst();
  }

  /** Among other things, it is about this. */
  public boolean isAbout(ContactKind kind) {
    return value(ContactField.KINDS)
        .filter(kinds -> ((List<?>) kinds).contains(kind.name()))
        .isPresent();
  }

  public HouseholdType householdType() {
    return value(ContactField.HOUSEHOLD_TYPE)
        .map(name -> HouseholdType.valueOf((String) name))
        .orElse(HouseholdType.UNKNOWN);
  }

  public Pets pets() {
    return value(ContactField.PETS).map(name -> Pets.valueOf((String) name)).orElse(Pets.NONE);
  }

  /** Unknown is the careful answer: no text. */
  public boolean smsAgreed() {
    return flag(ContactField.SMS_AGREED);
  }

  /** Not said is no. */
  public boolean flag(ContactField field) {
    return value(field).map(Boolean.class::cast).orElse(false);
  }

  public Optional<Integer> number(ContactField field) {
    return value(field).map(Integer.class::cast);
  }

  /** Not said is normal; this is asked together with the agreement. */
  public Discretion discretion() {
    return value(ContactField.DISCRETION)
        .map(name -> Discretion.valueOf((String) name))
        .orElse(Discretion.NORMAL);
  }

  public String language() {
    return value(ContactField.LANGUAGE).map(String.class::cast).orElse("fr");
  }

  /** By the names of the wire, in the order of the form; null where nothing is known. */
  public Map<String, @Nullable Object> byWireName() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (ContactField field : ContactField.values()) {
      all.put(field.wireName(), values.get(field));
    }
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ContactForm form && form.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Says which fields are filled, never with what. */
  @Override
  public String toString() {
    return "form with " + values.keySet();
  }
}
