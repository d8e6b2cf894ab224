package org.hotline115.callflow.shelter;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How shelters are asked, in PostgreSQL; numbers are sealed and found by their key. */
final class JdbcSiteChannels {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcSiteChannels.class, "jdbc_site_channels.sql");

  private final Database database;
  private final Cipher cipher;
  private final JdbcAuditTrail audit;

  JdbcSiteChannels(Database database, Cipher cipher, JdbcAuditTrail audit) {
    this.database = database;
    this.cipher = cipher;
    this.audit = audit;
  }

  Optional<SiteChannel> find(String siteId) {
    return database.with(handle -> find(handle, siteId));
  }

  private Optional<SiteChannel> find(Handle handle, String siteId) {
    return handle
        .createQuery(SQL.statement("find_channel"))
        .bind("siteId", siteId)
        .map((row, context) -> channel(row))
        .findOne();
  }

  ChannelResult change(String siteId, SiteChannels.Wish wish, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<SiteChannel> before = find(handle, siteId);
      if (before.isEmpty()) {
        return new ChannelResult.NoSuchSite();
      }
      Recipient number = wish.number() == null ? before.get().number() : wish.number();
      if (number == null && wish.askBy() != AskBy.PERSON) {
        return new ChannelResult.NumberNeeded();
      }
      handle
          .createUpdate(SQL.statement("save_channel"))
          .bind("siteId", siteId)
          .bind("askBy", wish.askBy().name())
          .bind("language", wish.language())
          .bind("numberKey", number == null ? null : number.key().hex())
          .bind(
              "sealedNumber",
              number == null ? null : cipher.encrypt(number.number().e164(), context(siteId)))
          .bind("askedAtNight", wish.askedAtNight())
          .bind("at", at)
          .execute();
      SiteChannel changed = find(handle, siteId).orElseThrow();
      audit.append(handle, AuditEvent.of(at, by, "SITE_CHANNEL_CHANGED", "SITE", siteId));
      return new ChannelResult.Changed(changed);
    });
  }

  /** What became of a code that was tried. */
  enum Code {
    GIVEN,
    TAKEN,
    NO_SUCH_SITE
  }

  Code giveCode(String siteId, String codeKey, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      if (find(handle, siteId).isEmpty()) {
        return Code.NO_SUCH_SITE;
      }
      int given =
          handle
              .createUpdate(SQL.statement("give_code"))
              .bind("siteId", siteId)
              .bind("codeKey", codeKey)
              .bind("at", at)
              .execute();
      if (given == 0) {
        return Code.TAKEN;
      }
      audit.append(handle, AuditEvent.of(at, by, "SITE_CODE_GIVEN", "SITE", siteId));
      return Code.GIVEN;
    });
  }

  Optional<SiteChannel> byCode(String codeKey) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_channel_by_code"))
            .bind("codeKey", codeKey)
            .map((row, context) -> channel(row))
            .findOne());
  }

  /** The site itself said so, by text: it is on record as its own act. */
  void stopTexts(CallerKey number, Instant at) {
    database.inTransaction(handle -> {
      handle
          .createQuery(SQL.statement("stop_texts"))
          .bind("numberKey", number.hex())
          .bind("at", at)
          .mapTo(String.class)
          .list()
          .forEach(siteId ->
              audit.append(
                  handle,
                  new AuditEvent(
                      at, "site:" + siteId, "SITE_TEXTS_STOPPED", "SITE", siteId, null)));
      return 0;
    });
  }

  private SiteChannel channel(ResultSet row) throws SQLException {
    String siteId = row.getString("site_id");
    return new SiteChannel(
        siteId,
        row.getString("site_name"),
        AskBy.valueOf(row.getString("ask_by")),
        row.getString("language"),
        recipient(row, siteId),
        row.getBoolean("asked_at_night"),
        instant(row, "sms_stopped_at"),
        row.getString("code_key") != null);
  }

  @Nullable Recipient recipient(ResultSet row, String siteId) throws SQLException {
    String key = row.getString("number_key");
    byte[] sealed = row.getBytes("sealed_number");
    return key == null || sealed == null
        ? null
        : new Recipient(
            new CallerKey(key), new PhoneNumber(cipher.decrypt(sealed, context(siteId))));
  }

  private static String context(String siteId) {
    return "site_channel.sealed_number " + siteId;
  }
}
