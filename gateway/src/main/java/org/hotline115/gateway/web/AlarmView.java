package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.truth.BoardAlarm;
import org.jspecify.annotations.Nullable;

/** An alarm as a page shows it, with the names that a person reads. */
record AlarmView(
    long alarmId,
    PlaceGroupId placeGroupId,
    String siteName,
    String groupName,
    String what,
    @Nullable NightOf nightOf,
    String found,
    String expected,
    Instant at,
    boolean open,
    boolean repairable,
    boolean repaired,
    BoardAlarm.@Nullable Decision decision,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {

  static AlarmView of(BoardAlarm alarm, Optional<PlaceGroup> group, DisplayNames names) {
    AgentId by = alarm.decidedBy();
    return new AlarmView(
        alarm.alarmId(),
        alarm.placeGroupId(),
        group.map(known -> known.site().name()).orElse(""),
        group.map(PlaceGroup::name).orElse(alarm.placeGroupId().value()),
        alarm.what(),
        alarm.nightOf(),
        alarm.found(),
        alarm.expected(),
        alarm.at(),
        alarm.isOpen(),
        alarm.isRepairable(),
        alarm.repaired(),
        alarm.decision(),
        by == null ? null : names.of(by),
        alarm.decidedAt());
  }
}
