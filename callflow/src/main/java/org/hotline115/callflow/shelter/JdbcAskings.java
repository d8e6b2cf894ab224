package org.hotline115.callflow.shelter;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.ServiceTextResult;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What shelters were asked, in PostgreSQL. A question and its text are one transaction, and two
 * constraints make several gateways ask once: one question a group and round, one open question a
 * number.
 */
final class JdbcAskings {

  private static final SqlFile SQL = SqlFile.beside(JdbcAskings.class, "jdbc_askings.sql");
  private static final int DUE_MAX = 200;

  private final Database database;
  private final Departement departement;
  private final JdbcSiteChannels channels;
  private final JdbcServiceTexts texts;
  private final JdbcAuditTrail audit;

  JdbcAskings(
      Database database,
      Departement departement,
      JdbcSiteChannels channels,
      JdbcServiceTexts texts,
      JdbcAuditTrail audit) {
    this.database = database;
    this.departement = departement;
    this.channels = channels;
    this.texts = texts;
    this.audit = audit;
  }

  /** The groups to ask now, by site, the oldest figure of each site first. */
  List<DueGroup> due(NightOf night, AskingHours.Round round, Instant now, Duration every) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_due"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .bind("round", round.number())
            .bind("staleHorizon", round.staleHorizon())
            .bind("atNight", round.atNight())
            .bind("askedHorizon", now.minus(every))
            .bind("justAsked", now.minus(AskNow.AGAIN_AFTER))
            .bind("most", DUE_MAX)
            .map((row, context) -> due(row))
            .list());
  }

  private DueGroup due(ResultSet row) throws SQLException {
    String siteId = row.getString("site_id");
    return new DueGroup(
        new PlaceGroupId(row.getString("place_group_id")),
        row.getString("name"),
        new SiteChannel(
            siteId,
            row.getString("site_name"),
            AskBy.valueOf(row.getString("ask_by")),
            row.getString("language"),
            channels.recipient(row, siteId),
            row.getBoolean("asked_at_night"),
            instant(row, "sms_stopped_at"),
            row.getString("code_key") != null),
        instant(row, "told_at"),
        row.getInt("last_free"));
  }

  /** A group with open places tonight, as it is asked. */
  Optional<DueGroup> group(PlaceGroupId id, NightOf night) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_group"))
            .bind("departement", departement.code())
            .bind("placeGroupId", id.value())
            .bind("nightOf", night.date())
            .map((row, context) -> due(row))
            .findOne());
  }

  /** A question that a person asks outside the rounds. */
  record AtOnce(
      UUID askId, DueGroup group, NightOf night, AskBy way, String cause, AgentId askedFor) {}

  /** Why this question is not asked; what it came to when it was asked before. */
  Optional<AskNowResult> whyNot(AtOnce question, Instant horizon) {
    return database.with(handle -> whyNot(handle, question, horizon));
  }

  private static Optional<AskNowResult> whyNot(Handle handle, AtOnce question, Instant horizon) {
    return handle
        .createQuery(SQL.statement("find_asked_lately"))
        .bind("askId", question.askId())
        .bind("placeGroupId", question.group().placeGroupId().value())
        .bind("siteId", question.group().channel().siteId())
        .bind("horizon", horizon)
        .map((row, context) -> before(row, question))
        .findOne();
  }

  private static AskNowResult before(ResultSet row, AtOnce question) throws SQLException {
    AskBy by = AskBy.valueOf(row.getString("channel"));
    Instant at = known(row, "asked_at");
    if (!question.askId().equals(row.getObject("asking_id", UUID.class))) {
      return new AskNowResult.JustAsked(by, at);
    }
    if (!question.group().placeGroupId().value().equals(row.getString("place_group_id"))) {
      return new AskNowResult.OtherAsking();
    }
    return by == AskBy.PERSON ? new AskNowResult.SomebodyCalls(at) : new AskNowResult.Asked(by, at);
  }

  /**
   * Under the lock of the site, so that of two who ask one does. An old question about the same
   * group has ended with it: whatever comes back is about that group.
   */
  AskNowResult askAtOnce(AtOnce question, ServiceText text, Instant horizon, Instant now) {
    String siteId = question.group().channel().siteId();
    return database.inTransaction(handle -> {
      lockSite(handle, siteId);
      Optional<AskNowResult> refused = whyNot(handle, question, horizon);
      if (refused.isPresent()) {
        return refused.get();
      }
      handle
          .createUpdate(SQL.statement("end_question_of_group"))
          .bind("placeGroupId", question.group().placeGroupId().value())
          .bind("at", now)
          .execute();
      if (insert(handle, question, now) == 0) {
        return new AskNowResult.OtherQuestionOpen();
      }
      AskNowResult result =
          texts.put(handle, text) == ServiceTextResult.OPTED_OUT
              ? turnOver(handle, siteId, text.cause(), now)
              : new AskNowResult.Asked(question.way(), now);
      audit.append(
          handle,
          AuditEvent.of(
              now,
              question.askedFor(),
              "SHELTER_ASKED",
              "PLACE_GROUP",
              question.group().placeGroupId()));
      return result;
    });
  }

  private static void lockSite(Handle handle, String siteId) {
    handle
        .createQuery(SQL.statement("lock_site"))
        .bind("siteId", siteId)
        .mapTo(String.class)
        .findOne();
  }

  private static int insert(Handle handle, AtOnce question, Instant now) {
    Recipient number = question.group().channel().number();
    return handle
        .createUpdate(SQL.statement("insert_asking_at_once"))
        .bind("askingId", question.askId())
        .bind("placeGroupId", question.group().placeGroupId().value())
        .bind("siteId", question.group().channel().siteId())
        .bind("nightOf", question.night().date())
        .bind("channel", question.way().name())
        .bind("numberKey", number == null ? null : number.key().hex())
        .bind("cause", question.cause())
        .bind("at", now)
        .bind("askedFor", question.askedFor().value())
        .execute();
  }

  private static AskNowResult turnOver(Handle handle, String siteId, String cause, Instant now) {
    handle
        .createUpdate(SQL.statement("turn_over_to_person"))
        .bind("siteId", siteId)
        .bind("cause", cause)
        .execute();
    handle
        .createUpdate(SQL.statement("note_stopped"))
        .bind("siteId", siteId)
        .bind("at", now)
        .execute();
    return new AskNowResult.SomebodyCalls(now);
  }

  /** A question to the groups of one site, and the text that asks it, when one does. */
  record Question(
      List<DueGroup> groups, NightOf night, int round, AskBy by, @Nullable String cause) {}

  /**
   * Asks, unless it was asked before; how many groups were. A number that wants no texts turns the
   * question over to a person, and is remembered.
   */
  int ask(Question question, @Nullable ServiceText text, Instant now) {
    String siteId = question.groups().getFirst().channel().siteId();
    return database.inTransaction(handle -> {
      lockSite(handle, siteId);
      int asked = 0;
      for (DueGroup group : question.groups()) {
        asked += insert(handle, question, group, now);
      }
      if (asked > 0 && text != null && texts.put(handle, text) == ServiceTextResult.OPTED_OUT) {
        turnOver(handle, siteId, text.cause(), now);
      }
      return asked;
    });
  }

  private static int insert(Handle handle, Question question, DueGroup group, Instant now) {
    var number = group.channel().number();
    return handle
        .createUpdate(SQL.statement("insert_asking"))
        .bind("askingId", UUID.randomUUID())
        .bind("placeGroupId", group.placeGroupId().value())
        .bind("siteId", group.channel().siteId())
        .bind("nightOf", question.night().date())
        .bind("round", question.round())
        .bind("channel", question.by().name())
        .bind(
            "numberKey",
            question.by() == AskBy.PERSON || number == null ? null : number.key().hex())
        .bind("cause", question.cause())
        .bind("at", now)
        .bind("justAsked", now.minus(AskNow.AGAIN_AFTER))
        .execute();
  }

  /** Ends what was answered by any means, what waited too long, and what belongs to last night. */
  void end(NightOf night, Instant now, Duration answerWithin) {
    database.with(handle -> {
      handle
          .createUpdate(SQL.statement("end_answered"))
          .bind("nightOf", night.date())
          .bind("at", now)
          .execute();
      return handle
          .createUpdate(SQL.statement("end_unanswered"))
          .bind("nightOf", night.date())
          .bind("askedHorizon", now.minus(answerWithin))
          .bind("at", now)
          .execute();
    });
  }

  /** The question that a text from this number answers: the last one it was asked tonight. */
  Optional<Asking> lastAsked(CallerKey number, NightOf night) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_last_asked"))
            .bind("numberKey", number.hex())
            .bind("nightOf", night.date())
            .bind("departement", departement.code())
            .map((row, context) ->
                new Asking(
                    row.getObject("asking_id", UUID.class),
                    new PlaceGroupId(row.getString("place_group_id")),
                    row.getString("site_name") + ", " + row.getString("name"),
                    row.getString("site_name"),
                    row.getString("language")))
            .findOne());
  }

  /** True when this number is one that shelters are asked by. */
  boolean isShelter(CallerKey number) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("is_shelter"))
            .bind("numberKey", number.hex())
            .mapTo(Boolean.class)
            .one());
  }
}
