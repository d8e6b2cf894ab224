package org.hotline115.callflow.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  private final PhoneNumbers metropolis = new PhoneNumbers("FR");
  private final PhoneNumbers reunion = new PhoneNumbers("RE");

  @ParameterizedTest
  @CsvSource({
    "06 12 34 56 78, +33612345678, +33612345678",
    "0033612345678, +33612345678, +33612345678",
    "+33 (0)6 12 34 56 78, +33612345678, +33612345678",
    "04.65.71.12.34, +33465711234, +33465711234",
    "0692 12 34 56, +262692123456, +262692123456",
    "0639 01 23 45, +262639012345, +262639012345",
    "0690 00 12 34, +590690001234, +590690001234",
    "0694 20 12 34, +594694201234, +594694201234",
    "0696 20 12 34, +596696201234, +596696201234",
    "+33692123456, +262692123456, +262692123456",
    "0269 60 12 34, +33269601234, +262269601234",
    "09 37 00 00 00, +33937000000, +33937000000",
    "0639980115, +33639980115, +33639980115",
    "+44 20 7946 0958, +442079460958, +442079460958",
  })
  void aNumberIsReadFromTheHomeRegionFirst(String written, String atHome, String inReunion) {
    assertThat(metropolis.read(written)).contains(new PhoneNumber(atHome));
    assertThat(reunion.read(written)).contains(new PhoneNumber(inReunion));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "115",
        "3919",
        "anonymous",
        "",
        "+",
        "0",
        "06 12 34 56",
        "${SHELL(id)}",
        "06\r\n12345678",
        "0123456789012345678901234567890123456789",
        "zéro six",
        "٠٦١٢٣٤٥٦٧٨"
      })
  void whatIsNoNumberIsNotMadeOne(String written) {
    assertThat(metropolis.read(written)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "anonymous, WITHHELD",
    "Restricted, WITHHELD",
    "unknown, UNAVAILABLE",
    "115, INVALID",
    "${SHELL(id)}, INVALID",
  })
  void aCallerIdWithoutNumberKeepsItsReason(String callerId, CallerIdState state) {
    assertThat(metropolis.stateWithoutNumber(callerId)).isEqualTo(state);
  }

  @Test
  void noCallerIdAtAllIsUnavailable() {
    assertThat(metropolis.stateWithoutNumber(null)).isEqualTo(CallerIdState.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "+33612345678, 06 •• •• •• 78",
    "+33465711234, 04 •• •• •• 34",
    "+33639980115, 06 •• •• •• 15",
  })
  void aNumberPrintsMasked(String number, String masked) {
    assertThat(new PhoneNumber(number)).hasToString(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+262692123456", "+442079460958", "+15005550006", "+999123456789"})
  void noMaskShowsMoreThanTheFirstGroupAndTwoDigits(String number) {
    String masked = new PhoneNumber(number).masked();

    assertThat(masked).contains("••").endsWith(number.substring(number.length() - 2));
    assertThat(masked.replaceAll("\\D", "").length()).isLessThanOrEqualTo(6);
  }
}
