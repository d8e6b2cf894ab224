package org.hotline115.callflow.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {

  @ParameterizedTest
  @CsvSource({
    "ARRIVAL_UNTIL, 20h30, 20:30",
    "ARRIVAL_UNTIL, 8:05, 08:05",
    "ARRIVAL_UNTIL, 22H, 22:00",
    "NIGHT_ONLY, Oui, true",
    "NIGHT_ONLY, 0, false",
    "OPEN_FROM, 01/11/2026, 2026-11-01",
    "INSTALLED, 007, 7",
    "PLACE_TYPE, chu, CHU",
    "HOUSEHOLD_TYPES, WOMAN_ALONE  MAN_ALONE WOMAN_ALONE, MAN_ALONE WOMAN_ALONE",
    "LATITUDE, '43,61', 43.610000",
    "STALE_AFTER_MINUTES, '', 240",
    "STAY_RULE, max_nights 7, MAX_NIGHTS 7",
    "RELEASE_TIMES, MEN=14:00 WOMEN=10:00, WOMEN=10:00 MEN=14:00",
    "AGE_MIN, '', ''"
  })
  void aValueHasOneWriting(SheetField field, String written, String canonical) {
    assertThat(field.canonical(written)).isEqualTo(canonical);
    assertThat(field.canonical(canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "ARRIVAL_UNTIL, 24:00, NOT_A_TIME",
    "ARRIVAL_UNTIL, 25:61, NOT_A_TIME",
    "ARRIVAL_UNTIL, soir, NOT_A_TIME",
    "OPEN_FROM, 2026-02-30, NOT_A_DATE",
    "OPEN_FROM, 0000-00-00, NOT_A_DATE",
    "OPEN_FROM, 99999-01-01, NOT_A_DATE",
    "OPEN_FROM, 1999-12-31, OUT_OF_RANGE",
    "INSTALLED, 3.5, NOT_A_NUMBER",
    "INSTALLED, -1, OUT_OF_RANGE",
    "INSTALLED, 2001, OUT_OF_RANGE",
    "INSTALLED, 99999999999999999999, NOT_A_NUMBER",
    "INSTALLED, '', MISSING_FIELD",
    "NIGHT_ONLY, peut-être, NOT_A_FLAG",
    "PLACE_TYPE, CASTLE, INVALID_VALUE",
    "SITE, ../../etc, INVALID_VALUE",
    "SITE, Les Lilas, INVALID_VALUE",
    "INSEE_CODE, 34000A, INVALID_VALUE",
    "PHONE, call me, INVALID_VALUE",
    "LATITUDE, 91, OUT_OF_RANGE",
    "STAY_RULE, MAX_NIGHTS 0, INVALID_VALUE",
    "STAY_RULE, MAX_NIGHTS many, INVALID_VALUE",
    "RELEASE_TIMES, MEN=25:00, INVALID_VALUE",
    "RELEASE_TIMES, KINGS=10:00, INVALID_VALUE"
  })
  void whatCannotBeMeantIsRefusedByName(SheetField field, String written, String code) {
    assertThat(catchThrowableOfType(SheetRule.Refused.class, () -> field.canonical(written)).code())
        .isEqualTo(code);
  }

  @Test
  void wordsStandOnOneLineAndCannotTurnTheWriting() {
    assertThat(SheetField.NAME.canonical(" a\r\nb\tc ")).isEqualTo("a b c");
    assertThat(SheetField.NAME.canonical("x\u202Etxt.exe")).isEqualTo("xtxt.exe");
    assertThat(SheetField.NAME.takes("a\u0000b")).isFalse();
    assertThat(SheetField.NAME.takes("é".repeat(80))).isTrue();
    assertThat(SheetField.NAME.takes("é".repeat(81))).isFalse();
  }

  @Test
  void allFaultsAreToldAndContradictionsToo() {
    Map<SheetField, String> raw = good();
    raw.put(SheetField.INSTALLED, "many");
    raw.put(SheetField.COMMUNE, " ");
    assertThat(Sheet.read(raw, Map.of()).faults())
        .containsExactly(
            new Sheet.Fault(SheetField.COMMUNE, "MISSING_FIELD"),
            new Sheet.Fault(SheetField.INSTALLED, "NOT_A_NUMBER"));

    Map<SheetField, String> season = good();
    season.put(SheetField.OPEN_FROM, "2026-11-01");
    season.put(SheetField.OPEN_TO, "2026-10-01");
    assertThat(Sheet.read(season, Map.of()).faults())
        .containsExactly(new Sheet.Fault(SheetField.OPEN_TO, "ENDS_BEFORE_IT_BEGINS"));

    Map<SheetField, String> refuge = good();
    refuge.put(SheetField.PLACE_TYPE, "VIOLENCE");
    assertThat(Sheet.read(refuge, Map.of()).faults())
        .containsExactly(new Sheet.Fault(SheetField.ADDRESS_IS_SECRET, "MUST_BE_SECRET"));
  }

  @Test
  void roomsAreWholeAndAgesInOrder() {
    Map<SheetField, String> raw = good();
    raw.put(SheetField.ROOM_SIZE, "4");
    raw.put(SheetField.AGE_MIN, "60");
    raw.put(SheetField.AGE_MAX, "18");

    assertThat(Sheet.read(raw, Map.of()).faults())
        .extracting(Sheet.Fault::code)
        .containsExactly("SINGLE_PLACES_HOLD_ONE", "NOT_WHOLE_ROOMS", "OLDEST_BEFORE_YOUNGEST");
  }

  @Test
  void aSheetPrintsNoAddress() {
    assertThat(Sheet.read(good(), Map.of()).sheet().toString()).isEqualTo("Sheet[g]");
  }

  static Map<SheetField, String> good() {
    Map<SheetField, String> raw = new EnumMap<>(SheetField.class);
    raw.put(SheetField.SITE, "s");
    raw.put(SheetField.SITE_NAME, "Site");
    raw.put(SheetField.ORGANISATION, "Organisation");
    raw.put(SheetField.COMMUNE, "Montpellier");
    raw.put(SheetField.INSEE_CODE, "34172");
    raw.put(SheetField.ADDRESS, "1 rue Secrète");
    raw.put(SheetField.PLACE_GROUP, "g");
    raw.put(SheetField.NAME, "Dortoir");
    raw.put(SheetField.PLACE_TYPE, "CHU");
    raw.put(SheetField.INSTALLED, "10");
    return raw;
  }
}
