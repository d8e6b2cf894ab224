package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * The line of text in which board_change.lua describes a change: tab-separated, in the order of
 * {@link #GROUP} and {@link #HOLD}.
 */
final class BoardLine {

  static final List<String> GROUP =
      List.of(
          "night",
          "open",
          "occupied",
          "promised",
          "held",
          "told_at",
          "told_by",
          "source",
          "record",
          "version");
  static final List<String> HOLD =
      List.of(
          "group", "night", "places", "agent", "call", "contact", "status", "created", "expires",
          "offered", "pinned");

  private static final int GROUP_AT = 4;
  private static final int HOLD_AT = GROUP_AT + 10;

  private BoardLine() {}

  static BoardChange parse(String line) {
    String[] field = line.split("\t", -1);
    CapacityState state = state(field[3], List.of(field).subList(GROUP_AT, HOLD_AT));
    Hold hold =
        field.length > HOLD_AT
            ? hold(field[HOLD_AT], List.of(field).subList(HOLD_AT + 1, field.length))
            : null;
    return new BoardChange(
        Long.parseLong(field[0]),
        Instant.ofEpochMilli(Long.parseLong(field[1])),
        BoardChange.Verb.valueOf(field[2]),
        state,
        hold);
  }

  static CapacityState state(String groupId, List<String> values) {
    return new CapacityState(
        new PlaceGroupId(groupId),
        new NightOf(LocalDate.parse(values.get(0))),
        Integer.parseInt(values.get(1)),
        Integer.parseInt(values.get(2)),
        Integer.parseInt(values.get(3)),
        Integer.parseInt(values.get(4)),
        time(values.get(5)),
        values.get(6),
        values.get(7).isEmpty() ? null : UpdateSource.valueOf(values.get(7)),
        Long.parseLong(values.get(8)),
        Long.parseLong(values.get(9)));
  }

  static Hold hold(String holdId, List<String> values) {
    return new Hold(
        new HoldId(UUID.fromString(holdId)),
        new PlaceGroupId(values.get(0)),
        new NightOf(LocalDate.parse(values.get(1))),
        Integer.parseInt(values.get(2)),
        new AgentId(values.get(3)),
        values.get(4).isEmpty() ? null : new CallId(values.get(4)),
        new ContactId(UUID.fromString(values.get(5))),
        HoldStatus.valueOf(values.get(6)),
        Instant.ofEpochMilli(Long.parseLong(values.get(7))),
        Instant.ofEpochMilli(Long.parseLong(values.get(8))),
        time(values.get(9)));
  }

  /** The figures of PostgreSQL as the scripts read them: all but held and version. */
  static List<String> figures(CapacityState state) {
    return List.of(
        state.nightOf().toString(),
        Integer.toString(state.open()),
        Integer.toString(state.occupied()),
        Integer.toString(state.promised()),
        millis(state.toldAt()),
        plain(state.toldBy()),
        state.source() == null ? "" : state.source().name(),
        Long.toString(state.record()));
  }

  static String millis(@Nullable Instant time) {
    return time == null ? "" : Long.toString(time.toEpochMilli());
  }

  private static @Nullable Instant time(String millis) {
    return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }

  /** A person's words must not break the line. */
  static String plain(String words) {
    return words.replaceAll("\\p{Cntrl}", " ");
  }
}
