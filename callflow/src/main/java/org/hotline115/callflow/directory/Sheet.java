package org.hotline115.callflow.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is written of one group and its site, each field in its canonical writing. */
public record Sheet(Map<SheetField, String> values) {

  /** One field that differs. */
  public record Change(SheetField field, String was, String becomes) {}

  /** One thing that is wrong with one field; {@code code} has words on every page. */
  public record Fault(SheetField field, String code) {}

  /** What reading came to: {@code faults} is empty, or the sheet is not to be believed. */
  public record Read(Sheet sheet, List<Fault> faults) {

    public Read {
      faults = List.copyOf(faults);
    }
  }

  public Sheet {
    values = Map.copyOf(values);
  }

  /** Reads raw words over what stood there before; every fault is told, not only the first. */
  static Read read(Map<SheetField, String> raw, Map<SheetField, String> before) {
    Map<SheetField, String> values = new EnumMap<>(SheetField.class);
    List<Fault> faults = new ArrayList<>();
    for (SheetField field : SheetField.values()) {
      String known = before.get(field);
      String given = raw.get(field);
      if (given == null && known != null) {
        values.put(field, known);
        continue;
      }
      try {
        values.put(field, field.canonical(given == null ? "" : given));
      } catch (SheetRule.Refused refused) {
        faults.add(new Fault(field, refused.code()));
        values.put(field, known == null ? "" : known);
      }
    }
    Sheet sheet = new Sheet(values);
    if (faults.isEmpty()) {
      faults.addAll(sheet.contradictions());
    }
    return new Read(sheet, faults);
  }

  private List<Fault> contradictions() {
    List<Fault> faults = new ArrayList<>();
    String from = value(SheetField.OPEN_FROM);
    String to = value(SheetField.OPEN_TO);
    if (!from.isEmpty() && !to.isEmpty() && to.compareTo(from) < 0) {
      faults.add(new Fault(SheetField.OPEN_TO, "ENDS_BEFORE_IT_BEGINS"));
    }
    if (value(SheetField.PLACE_TYPE).equals("VIOLENCE") && !isSecret()) {
      faults.add(new Fault(SheetField.ADDRESS_IS_SECRET, "MUST_BE_SECRET"));
    }
    if (value(SheetField.UNIT).equals("PERSON_PLACE") && number(SheetField.ROOM_SIZE) != 1) {
      faults.add(new Fault(SheetField.ROOM_SIZE, "SINGLE_PLACES_HOLD_ONE"));
    }
    if (number(SheetField.INSTALLED) % number(SheetField.ROOM_SIZE) != 0) {
      faults.add(new Fault(SheetField.INSTALLED, "NOT_WHOLE_ROOMS"));
    }
    if (!value(SheetField.AGE_MIN).isEmpty()
        && !value(SheetField.AGE_MAX).isEmpty()
        && number(SheetField.AGE_MAX) < number(SheetField.AGE_MIN)) {
      faults.add(new Fault(SheetField.AGE_MAX, "OLDEST_BEFORE_YOUNGEST"));
    }
    if (value(SheetField.LATITUDE).isEmpty() != value(SheetField.LONGITUDE).isEmpty()) {
      faults.add(new Fault(SheetField.LONGITUDE, "MISSING_FIELD"));
    }
    return faults;
  }

  public String value(SheetField field) {
    return values.getOrDefault(field, "");
  }

  private int number(SheetField field) {
    return Integer.parseInt(value(field));
  }

  public boolean isSecret() {
    return value(SheetField.ADDRESS_IS_SECRET).equals("true");
  }

  /** Fields in which {@code after} differs from this sheet, in the order of the columns. */
  List<Change> changesTo(Sheet after) {
    List<Change> changes = new ArrayList<>();
    for (SheetField field : SheetField.values()) {
      if (!value(field).equals(after.value(field))) {
        changes.add(new Change(field, value(field), after.value(field)));
      }
    }
    return changes;
  }

  /** Holds addresses: never printed. */
  @Override
  public String toString() {
    return "Sheet[" + value(SheetField.PLACE_GROUP) + "]";
  }
}
