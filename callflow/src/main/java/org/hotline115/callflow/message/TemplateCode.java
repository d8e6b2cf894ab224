package org.hotline115.callflow.message;

import java.util.Map;

/** The texts that exist, and the values each is given. Their words are in {@code config/texts}. */
public enum TemplateCode {
  BED_OFFER,
  /** Without an address: it is secret, so it is only told on the phone. */
  BED_OFFER_CALL,
  /** No word about shelter: others may look at this telephone. */
  BED_OFFER_NEUTRAL,
  /** A shelter is asked for its figure, and answers with a number. */
  PARTNER_BEDS,
  /** The same when it never said one. */
  PARTNER_BEDS_FIRST,
  /** A shelter is asked for its figures, and answers on a page. */
  PARTNER_LINK,
  PARTNER_NOTED,
  PARTNER_TOO_MANY,
  PARTNER_UNCLEAR,
  PARTNER_STOPPED,
  /** A callback is promised: the ticket. */
  CALLBACK_QUEUED,
  /** Every attempt to keep it was in vain. */
  CALLBACK_FAILED,
  /** An appointment is booked. */
  APPT_CREATED,
  /** The same without a place: others may look at this telephone, or the address is secret. */
  APPT_CREATED_NEUTRAL,
  /** An appointment is near; 1 says that the person comes, 2 cancels. */
  APPT_REMINDER_48H,
  /** The same where nobody can answer: the sender is a name. */
  APPT_REMINDER_48H_ONEWAY,
  /** It is today. */
  APPT_REMINDER_3H,
  APPT_REMINDER_NEUTRAL,
  APPT_MOVED,
  APPT_MOVED_NEUTRAL,
  APPT_REVOKED,
  /** The person comes. */
  APPT_ACK_YES,
  /** The person cancelled. */
  APPT_ACK_NO,
  /** The answer came when there was nothing more to answer. */
  APPT_GONE,
  /** Several appointments stand; which one is meant is not guessed. */
  APPT_WHICH,
  /** An hour before the one that somebody has was given up; 1 takes it until its deadline. */
  APPT_EARLIER,
  /** The same to who has none yet. */
  APPT_FREE,
  /** Either, without a place: others may look at this telephone, or the address is secret. */
  APPT_FREE_NEUTRAL,
  /** The person does not want the hour, and keeps the turn. */
  APPT_OFFER_DECLINED,
  /** The answer to an offer came when it was somebody else's turn. */
  APPT_OFFER_GONE,
  STOP_ACK,
  START_ACK,
  /** Who cannot hear wrote, and has a place in the order. */
  WRITTEN_ACK,
  /** An agent's own words to who cannot hear. */
  WRITTEN_ANSWER,
  /** Nobody knew what was meant: how to reach a human. */
  AUTO_REPLY;

  /** Only a LABEL may be shortened. */
  enum Kind {
    TIME,
    DAY,
    LABEL,
    PHONE,
    NUMBER,
    LINK
  }

  /** Only sent where an answer reaches us: as a question, or to who has just written. */
  boolean isHeardOnly() {
    return switch (this) {
      case PARTNER_BEDS,
          PARTNER_BEDS_FIRST,
          PARTNER_NOTED,
          PARTNER_TOO_MANY,
          PARTNER_UNCLEAR,
          PARTNER_STOPPED,
          APPT_REMINDER_48H,
          APPT_ACK_YES,
          APPT_ACK_NO,
          APPT_GONE,
          APPT_WHICH,
          APPT_EARLIER,
          APPT_FREE,
          APPT_FREE_NEUTRAL,
          APPT_OFFER_DECLINED,
          APPT_OFFER_GONE,
          STOP_ACK,
          START_ACK,
          WRITTEN_ACK,
          WRITTEN_ANSWER,
          AUTO_REPLY ->
          true;
      case BED_OFFER,
          BED_OFFER_CALL,
          BED_OFFER_NEUTRAL,
          PARTNER_LINK,
          CALLBACK_QUEUED,
          CALLBACK_FAILED,
          APPT_CREATED,
          APPT_CREATED_NEUTRAL,
          APPT_REMINDER_48H_ONEWAY,
          APPT_REMINDER_3H,
          APPT_REMINDER_NEUTRAL,
          APPT_MOVED,
          APPT_MOVED_NEUTRAL,
          APPT_REVOKED ->
          false;
    };
  }

  /** Sent to a telephone that others may look at: no word of the service or of why. */
  boolean isNeutral() {
    return switch (this) {
      case BED_OFFER_NEUTRAL,
          APPT_CREATED_NEUTRAL,
          APPT_REMINDER_NEUTRAL,
          APPT_MOVED_NEUTRAL,
          APPT_REVOKED,
          APPT_ACK_YES,
          APPT_ACK_NO,
          APPT_GONE,
          APPT_WHICH,
          APPT_FREE_NEUTRAL,
          APPT_OFFER_DECLINED,
          APPT_OFFER_GONE ->
          true;
      case BED_OFFER,
          BED_OFFER_CALL,
          PARTNER_BEDS,
          PARTNER_BEDS_FIRST,
          PARTNER_LINK,
          PARTNER_NOTED,
          PARTNER_TOO_MANY,
          PARTNER_UNCLEAR,
          PARTNER_STOPPED,
          CALLBACK_QUEUED,
          CALLBACK_FAILED,
          APPT_CREATED,
          APPT_REMINDER_48H,
          APPT_REMINDER_48H_ONEWAY,
          APPT_REMINDER_3H,
          APPT_MOVED,
          APPT_EARLIER,
          APPT_FREE,
          STOP_ACK,
          START_ACK,
          WRITTEN_ACK,
          WRITTEN_ANSWER,
          AUTO_REPLY ->
          false;
    };
  }

  SmsPurpose purpose() {
    return switch (this) {
      case BED_OFFER, BED_OFFER_CALL, BED_OFFER_NEUTRAL -> SmsPurpose.SHELTER_ANSWER;
      case PARTNER_BEDS,
          PARTNER_BEDS_FIRST,
          PARTNER_LINK,
          PARTNER_NOTED,
          PARTNER_TOO_MANY,
          PARTNER_UNCLEAR,
          PARTNER_STOPPED ->
          SmsPurpose.PARTNER;
      case CALLBACK_QUEUED, CALLBACK_FAILED -> SmsPurpose.CALLBACK_INFO;
      case APPT_CREATED,
          APPT_CREATED_NEUTRAL,
          APPT_REMINDER_48H,
          APPT_REMINDER_48H_ONEWAY,
          APPT_REMINDER_3H,
          APPT_REMINDER_NEUTRAL,
          APPT_MOVED,
          APPT_MOVED_NEUTRAL,
          APPT_REVOKED,
          APPT_EARLIER,
          APPT_FREE,
          APPT_FREE_NEUTRAL ->
          SmsPurpose.APPOINTMENT;
      case APPT_ACK_YES,
          APPT_ACK_NO,
          APPT_GONE,
          APPT_WHICH,
          APPT_OFFER_DECLINED,
          APPT_OFFER_GONE,
          STOP_ACK,
          START_ACK,
          WRITTEN_ACK,
          WRITTEN_ANSWER,
          AUTO_REPLY ->
          SmsPurpose.AUTO_REPLY;
    };
  }

  Map<String, Kind> variables() {
    return switch (this) {
      case BED_OFFER -> Map.of("arriveBefore", Kind.TIME, "address", Kind.LABEL);
      case BED_OFFER_CALL -> Map.of("arriveBefore", Kind.TIME);
      case CALLBACK_QUEUED -> Map.of("dueBy", Kind.TIME, "code", Kind.PHONE);
      case CALLBACK_FAILED -> Map.of("triedAt", Kind.TIME);
      case BED_OFFER_NEUTRAL -> Map.of("arriveBefore", Kind.TIME, "callBackNumber", Kind.PHONE);
      case PARTNER_BEDS -> Map.of("site", Kind.LABEL, "last", Kind.NUMBER, "at", Kind.TIME);
      case PARTNER_BEDS_FIRST, PARTNER_UNCLEAR -> Map.of("site", Kind.LABEL);
      case PARTNER_LINK -> Map.of("site", Kind.LABEL, "link", Kind.LINK);
      case PARTNER_NOTED -> Map.of("site", Kind.LABEL, "free", Kind.NUMBER, "at", Kind.TIME);
      case PARTNER_TOO_MANY -> Map.of("site", Kind.LABEL, "open", Kind.NUMBER);
      case PARTNER_STOPPED, STOP_ACK, START_ACK, AUTO_REPLY -> Map.of();
      case WRITTEN_ACK -> Map.of("at", Kind.TIME);
      case WRITTEN_ANSWER -> Map.of("words", Kind.LABEL);
      case APPT_ACK_YES -> Map.of("day", Kind.DAY, "time", Kind.TIME);
      case APPT_ACK_NO, APPT_GONE, APPT_WHICH, APPT_OFFER_DECLINED, APPT_OFFER_GONE ->
          Map.of("callBackNumber", Kind.PHONE);
      case APPT_CREATED, APPT_REMINDER_48H_ONEWAY, APPT_MOVED ->
          Map.of(
              "day",
              Kind.DAY,
              "time",
              Kind.TIME,
              "place",
              Kind.LABEL,
              "callBackNumber",
              Kind.PHONE);
      case APPT_EARLIER, APPT_FREE ->
          Map.of(
              "day", Kind.DAY, "time", Kind.TIME, "place", Kind.LABEL, "answerBefore", Kind.TIME);
      case APPT_FREE_NEUTRAL ->
          Map.of("day", Kind.DAY, "time", Kind.TIME, "answerBefore", Kind.TIME);
      case APPT_REMINDER_48H -> Map.of("day", Kind.DAY, "time", Kind.TIME, "place", Kind.LABEL);
      case APPT_REMINDER_3H ->
          Map.of("time", Kind.TIME, "place", Kind.LABEL, "callBackNumber", Kind.PHONE);
      case APPT_CREATED_NEUTRAL, APPT_REMINDER_NEUTRAL, APPT_MOVED_NEUTRAL, APPT_REVOKED ->
          Map.of("day", Kind.DAY, "time", Kind.TIME, "callBackNumber", Kind.PHONE);
    };
  }
}
