package org.hotline115.callflow.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContactFormTest {

  private final ContactForm form = ContactForm.atTheBeginning(ContactChannel.PHONE);

  static Stream<Arguments> refusedValues() {
    return Stream.of(
        Arguments.of(ContactField.CHANNEL, "TELEX", "INVALID_VALUE"),
        Arguments.of(ContactField.CHANNEL, 3L, "WRONG_TYPE"),
        Arguments.of(ContactField.KINDS, List.of("SHELTER_REQUEST", "X"), "INVALID_VALUE"),
        Arguments.of(ContactField.KINDS, "SHELTER_REQUEST", "WRONG_TYPE"),
        Arguments.of(ContactField.KINDS, Arrays.asList("TEST", null), "WRONG_TYPE"),
        Arguments.of(ContactField.ADULTS, -1L, "OUT_OF_RANGE"),
        Arguments.of(ContactField.ADULTS, Long.MAX_VALUE, "OUT_OF_RANGE"),
        Arguments.of(ContactField.ADULTS, new BigDecimal("3.5"), "OUT_OF_RANGE"),
        Arguments.of(ContactField.ADULTS, "3", "WRONG_TYPE"),
        Arguments.of(ContactField.INSEE_CODE, "34", "INVALID_VALUE"),
        Arguments.of(ContactField.INSEE_CODE, "34172\n", "INVALID_VALUE"),
        Arguments.of(ContactField.INSEE_CODE, "2C004", "INVALID_VALUE"),
        Arguments.of(ContactField.PSEUDONYM, "a\u0000b", "CONTROL_CHARACTER"),
        Arguments.of(ContactField.PSEUDONYM, "a\nb", "CONTROL_CHARACTER"),
        Arguments.of(ContactField.PSEUDONYM, "x".repeat(61), "TOO_LONG"),
        Arguments.of(ContactField.NOTE_TEXT, "x".repeat(4001), "TOO_LONG"),
        Arguments.of(ContactField.NOTE_TEXT, "half \ud83d", "CONTROL_CHARACTER"),
        Arguments.of(ContactField.SMS_AGREED, "true", "WRONG_TYPE"),
        Arguments.of(ContactField.LANGUAGE, "../fr", "INVALID_VALUE"));
  }

  @ParameterizedTest
  @MethodSource("refusedValues")
  void aValueThatDoesNotFitIsRefused(ContactField field, Object raw, String code) {
    assertThatThrownBy(() -> form.with(field, raw))
        .isInstanceOfSatisfying(
            FieldRule.Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void signsThatTurnTheWritingRoundAreTakenOut() {
    ContactForm changed = form.with(ContactField.PSEUDONYM, "abc\u202Egpj.exe");

    assertThat(changed.value(ContactField.PSEUDONYM)).hasValue("abcgpj.exe");
  }

  @Test
  void namesOfTheWorldAreKeptAsTheyAre() {
    for (String name : List.of("Zoé 👶", "e\u0301", "أمينة", "<script>alert(1)</script>", "O'Ya")) {
      assertThat(form.with(ContactField.PSEUDONYM, name).value(ContactField.PSEUDONYM))
          .hasValue(name);
    }
  }

  @Test
  void aFormAtTheBeginningHasTheSevenCodes() {
    assertThat(form.firstMissingCode()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ContactField.class,
      names = {
        "CHANNEL",
        "CALLER_KIND",
        "KINDS",
        "HOUSEHOLD_TYPE",
        "INSEE_CODE",
        "NEXT_STEP",
        "RESULT"
      })
  void eachOfTheSevenCodesIsMissedWhenItIsEmptied(ContactField code) {
    assertThat(form.with(code, null).firstMissingCode()).hasValue(code);
  }

  @Test
  void anEmptyListOfKindsIsNoKind() {
    assertThat(form.with(ContactField.KINDS, List.of()).firstMissingCode())
        .hasValue(ContactField.KINDS);
  }

  @Test
  void agreementToATextIsNeverTakenOverFromLastTime() {
    ContactForm last =
        form.with(ContactField.SMS_AGREED, true).with(ContactField.DISCRETION, "NONE");

    ContactForm prefilled = form.prefilledFrom(last);

    assertThat(prefilled.smsAgreed()).isFalse();
    assertThat(prefilled.discretion().name()).isEqualTo("NONE");
  }

  @Test
  void aFormPrintsNothingThatWasSaid() {
    assertThat(form.with(ContactField.NOTE_TEXT, "elle a peur").toString())
        .doesNotContain("peur")
        .contains("NOTE_TEXT");
  }
}
