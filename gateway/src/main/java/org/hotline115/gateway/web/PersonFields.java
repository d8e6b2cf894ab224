package org.hotline115.gateway.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.hotline115.callflow.person.Gender;
import org.hotline115.callflow.person.Opening;
import org.hotline115.callflow.person.PersonDetails;
import org.hotline115.callflow.person.Purpose;
import org.hotline115.callflow.person.Safety;
import org.jspecify.annotations.Nullable;

/** What requests about persons say, field by field. */
record PersonFields(Fields fields, ZoneId zone, InstantSource clock) {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  Opening opening() {
    return new Opening(fields.code("purpose", Purpose.class), fields.uuid("subject"));
  }

  PersonDetails details() {
    return new PersonDetails(
        name("firstName"),
        name("lastName"),
        name("pseudonym"),
        birthYear(),
        fields.optionalCode("gender", Gender.class).orElse(Gender.UNKNOWN),
        language(),
        fields.optionalFlag("refused").orElse(false));
  }

  private String name(String field) {
    return fields.optionalText(field, PersonDetails.NAME_MAX).orElse("");
  }

  @Nullable Integer birthYear() {
    int thisYear = LocalDate.ofInstant(clock.instant(), zone).getYear();
    var year = fields.optionalNumber("birthYear", PersonDetails.BIRTH_YEAR_MIN, thisYear);
    return year.isPresent() ? (Integer) year.getAsInt() : null;
  }

  private @Nullable String language() {
    String language = fields.optionalText("language", 3).orElse(null);
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      throw Problem.field("INVALID_VALUE", "language", "a language code such as fr or prs")
          .refused();
    }
    return language;
  }

  Safety safety() {
    return new Safety(
        fields.optionalFlag("safeToText").orElse(null),
        fields.optionalFlag("safeToCall").orElse(null));
  }
}
