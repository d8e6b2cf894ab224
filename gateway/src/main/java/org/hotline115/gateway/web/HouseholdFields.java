package org.hotline115.gateway.web;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.household.Composition;
import org.hotline115.callflow.household.KeepHousehold;
import org.hotline115.callflow.household.MemberId;
import org.hotline115.callflow.household.Role;
import org.hotline115.callflow.person.Opening;
import org.hotline115.callflow.person.Purpose;

/** What requests about households say, field by field. */
record HouseholdFields(Fields fields, ZoneId zone, InstantSource clock) {

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
  private static final int AGENT_MAX = 32;

  Opening opening() {
    return new Opening(fields.code("purpose", Purpose.class), fields.uuid("subject"));
  }

  Composition composition() {
    HouseholdType type = fields.code("householdType", HouseholdType.class);
    int adults = count("adults");
    int minors = count("minors");
    int under3 = count("under3");
    Pets pets = fields.code("pets", Pets.class);
    if (adults + minors < 1) {
      throw Problem.field("OUT_OF_RANGE", "adults", "somebody is in a household").refused();
    }
    if (under3 > minors) {
      throw Problem.field("OUT_OF_RANGE", "under3", "small children are among the minors")
          .refused();
    }
    return new Composition(type, adults, minors, under3, pets);
  }

  private int count(String field) {
    return fields.number(field, 0, Composition.COUNT_MAX);
  }

  KeepHousehold.Arrival arrival() {
    return new KeepHousehold.Arrival(
        new MemberId(fields.uuid("memberId")), fields.code("role", Role.class), day("from"));
  }

  /** Today when nothing is said; never to come. */
  LocalDate day(String field) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Optional<String> text = fields.optionalText(field, 10);
    if (text.isEmpty()) {
      return today;
    }
    LocalDate day;
    try {
      day = LocalDate.parse(text.get());
    } catch (DateTimeException strange) {
      throw Problem.field("INVALID_VALUE", field, "not a day such as 2026-11-27").refused();
    }
    if (day.isBefore(LONG_AGO) || day.isAfter(today)) {
      throw Problem.field("OUT_OF_RANGE", field, "from 1900 to today").refused();
    }
    return day;
  }

  AgentId referent() {
    String name = fields.text("agent", AGENT_MAX);
    if (!fields.flag("agreed")) {
      throw Problem.field("NOT_AGREED", "agreed", "the persons choose their referent").refused();
    }
    try {
      return new AgentId(name);
    } catch (IllegalArgumentException noName) {
      throw Problem.field("INVALID_VALUE", "agent", "no name of an agent").refused();
    }
  }
}
