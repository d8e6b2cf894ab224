package org.hotline115.callflow.shelter;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.SetFreePlaces;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.Menu;
import org.hotline115.callflow.intake.WaitOutlook;
import org.hotline115.callflow.intake.WayOut;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;

/** What shelters tell and how they are asked, put together over the board and the texts. */
public final class ShelterFeature {

  private static final Duration LINKS_KEPT = Duration.ofDays(7);

  /** What it stands on. {@code codeSecret} hashes the codes of six digits. */
  public record Ground(
      Database database,
      Cipher cipher,
      Secret codeSecret,
      JdbcAuditTrail audit,
      Departement departement,
      InstantSource clock,
      MeterRegistry meters) {}

  private final Ground ground;
  private final SiteChannels channels;
  private final SiteKeys keys;
  private final FreeLinks links;
  private final JdbcFreeLinks linkStore;
  private final TellByList tellByList;
  private final AskShelters askShelters;
  private final AskNow askNow;
  private final ReadFreshness readFreshness;
  private final Keypad keypad;

  public ShelterFeature(
      Ground ground, ShelterSettings settings, BoardFeature board, MessageFeature messages) {
    this.ground = ground;
    ShelterMetrics metrics = new ShelterMetrics(ground.meters());
    InstantSource clock = ground.clock();
    SetFreePlaces setFreePlaces = board.setFreePlaces();
    SiteFigures figures = new SiteFigures(board.readBoard());
    JdbcSiteChannels channelStore =
        new JdbcSiteChannels(ground.database(), ground.cipher(), ground.audit());
    JdbcAskings askings =
        new JdbcAskings(
            ground.database(),
            ground.departement(),
            channelStore,
            messages.serviceTexts(),
            ground.audit());
    this.channels = new SiteChannels(channelStore, new Hashes(ground.codeSecret()), clock);
    this.keys = new SiteKeys(new JdbcSiteKeys(ground.database(), ground.audit()), clock);
    this.linkStore = new JdbcFreeLinks(ground.database(), ground.audit());
    this.links = new FreeLinks(linkStore, figures, setFreePlaces, settings, metrics, clock);
    this.tellByList = new TellByList(figures, setFreePlaces, ground.audit(), metrics, clock);
    AskingTexts texts = new AskingTexts(links, settings);
    this.askShelters = new AskShelters(askings, texts, settings, metrics, clock);
    this.askNow = new AskNow(askings, texts, settings, metrics, clock);
    this.readFreshness =
        new ReadFreshness(
            new JdbcFreshness(ground.database(), ground.departement()), clock, settings.zone());
    this.keypad =
        new Keypad(
            new Keypad.Parts(channels, askings, figures, setFreePlaces),
            new CodeThrottle(clock),
            metrics);
    messages.read(
        new AnswerByText(
            new AnswerByText.Parts(askings, channelStore, setFreePlaces, messages.serviceTexts()),
            settings,
            metrics,
            clock));
  }

  public SiteChannels channels() {
    return channels;
  }

  public SiteKeys keys() {
    return keys;
  }

  public FreeLinks links() {
    return links;
  }

  public TellByList tellByList() {
    return tellByList;
  }

  public AskShelters askShelters() {
    return askShelters;
  }

  public AskNow askNow() {
    return askNow;
  }

  public ReadFreshness readFreshness() {
    return readFreshness;
  }

  /** For the lines of shelters. */
  public Menu keypadMenu(IncomingCall call, WaitOutlook outlook) {
    return new KeypadMenu(call, keypad, new WayOut(call.line().queue(), outlook));
  }

  /** Takes out links that ended long ago; for a job that runs now and then. */
  public int purge() {
    return linkStore.purge(ground.clock().instant().minus(LINKS_KEPT));
  }
}
