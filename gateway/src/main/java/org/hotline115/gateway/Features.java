package org.hotline115.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.CallbackTexts;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.OpenOnAnswer;
import org.hotline115.callflow.freed.FreedFeature;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.notice.NoticeFeature;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchFeature;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.callflow.truth.TruthFeature;
import org.hotline115.gateway.asterisk.PhoneFeature;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;

/** The features on their ground, and what one tells another. */
final class Features implements AutoCloseable {

  private static final int EXTENSIONS_MAX = 4;

  private final Ground ground;
  private final AccessFeature access;
  private final Stations stations;
  private final PhoneFeature phone;
  private final CallbackFeature callbacks;
  private final ContactFeature contacts;
  private final OpenOnAnswer openOnAnswer;
  private final BoardFeature board;
  private final SearchPlaces search;
  private final PlacementFeature placements;
  private final RequestFeature requests;
  private final Coordination coordination;
  private final LineFeature lines;
  private final TruthFeature truth;
  private final FreedFeature freed;
  private final NoticeFeature notices;

  Features(Ground ground, CallbackTexts callbackTexts) {
    this.ground = ground;
    GatewayConfig config = ground.config();
    access = new AccessFeature(ground.database(), SessionLimits.SHIFT, ground.clock());
    stations = stations(config.telephone());
    phone =
        new PhoneFeature(
            config.telephone(),
            ground.database(),
            ground.callers(),
            ground.stateFolder(),
            ground.meters(),
            ground.clock());
    callbacks = callbacks(callbackTexts);
    contacts =
        new ContactFeature(ground.database(), ground.cipher(), access.audit(), ground.clock());
    phone.know(contacts.readContacts()::languageOf);
    openOnAnswer = contacts.openOnAnswer(phone.rules(), KeyedBefore.of(callbacks, ground));
    board = new BoardFeature(boardGround());
    search =
        new SearchFeature(
                new SearchFeature.Ground(
                    ground.database(), ground.communes(), ground.clock(), zone()),
                board)
            .searchPlaces();
    placements = new PlacementFeature(placementGround(), board);
    requests =
        new RequestFeature(
            requestGround(), board, placements, new ContactFactsOfForm(contacts.readContacts()));
    PublicWords.teach(phone.menus(), ground);
    lines =
        new LineFeature(
            new LineFeature.Ground(ground.database(), access.audit(), ground.clock(), zone()),
            config.telephone().lines().stream().map(LineSetting::plan).toList(),
            phone.lineMemory(),
            new LineFeature.Messages(config.voicemail().folder(), config.voicemail().keptFor()));
    coordination =
        new Coordination(
            new Coordination.Ground(
                ground.database(), departement(), ground.clock(), zone(), ground.priorityRules()),
            access,
            board);
    truth =
        new TruthFeature(
            new TruthFeature.Ground(
                ground.database(),
                access.audit(),
                departement(),
                zone(),
                ground.clock(),
                ground.meters()));
    freed =
        new FreedFeature(freedGround(), board, search, requests, coordination.priority().rules());
    notices =
        new NoticeFeature(
            new NoticeFeature.Ground(ground.database(), access.audit(), ground.clock(), zone()),
            board.readBoard(),
            search);
    phone.menus().announce(notices.readNotices()::said);
    phone.menus().know(new StateByRecords(requests.readRequests(), callbacks.readCallbacks()));
    board.subscribe(requests.followHolds());
    phone.calls().observe(this::releaseHoldsAtTheEnd);
  }

  private ZoneId zone() {
    return ground.config().deployment().zone();
  }

  private Departement departement() {
    return new Departement(ground.config().deployment().departement());
  }

  private PlacementFeature.Ground placementGround() {
    return new PlacementFeature.Ground(
        ground.database(),
        access.audit(),
        departement(),
        zone(),
        ground.clock(),
        ground.meters(),
        ground.config().placements().grace());
  }

  private RequestFeature.Ground requestGround() {
    return new RequestFeature.Ground(
        ground.database(), access.audit(), departement(), ground.meters(), ground.clock(), zone());
  }

  private FreedFeature.Ground freedGround() {
    return new FreedFeature.Ground(
        ground.database(), access.audit(), departement(), ground.clock(), ground.meters());
  }

  private CallbackFeature callbacks(CallbackTexts texts) {
    GatewayConfig config = ground.config();
    CallbackFeature made =
        new CallbackFeature(
            new CallbackFeature.Ground(
                ground.database(),
                ground.callers(),
                phone.callerStore(),
                phone.calls(),
                new PhoneNumbers(config.deployment().homeRegion()),
                access.audit(),
                ground.clock(),
                zone()),
            config.telephone().callback().rules(),
            phone.callbackExchange(),
            texts,
            phone.keepPlace());
    phone.offer(made, ground.callers());
    return made;
  }

  private BoardFeature.Ground boardGround() {
    GatewayConfig config = ground.config();
    Duration hold = config.board().holdTime();
    return new BoardFeature.Ground(
        ground.database(),
        ground.redis(),
        departement(),
        zone(),
        ground.clock(),
        ground.meters(),
        new PlaceBoard.HoldTimes(hold, hold, hold.multipliedBy(EXTENSIONS_MAX)));
  }

  private static Stations stations(GatewayConfig.Telephone telephone) {
    Map<String, String> secrets = new HashMap<>();
    telephone
        .stations()
        .forEach(station -> {
          secrets.put(station.agent(), station.sip().reveal());
          secrets.put(station.agent() + "-web", station.browser().reveal());
        });
    return new Stations(secrets);
  }

  /** A hold belongs to a talk: what was not confirmed when it ends is free again at once. */
  private void releaseHoldsAtTheEnd(Call before, Call after) {
    CallRules rules = phone.rules();
    if (talkIsOver(after.state(rules)) && !talkIsOver(before.state(rules))) {
      board.releaseHoldsOfCall().run(after.id());
    }
  }

  private static boolean talkIsOver(CallState state) {
    return switch (state) {
      case CallState.Leaving _, CallState.Ended _ -> true;
      case CallState.InMenu _,
          CallState.Waiting _,
          CallState.Ringing _,
          CallState.Talking _,
          CallState.HandedOff _ ->
          false;
    };
  }

  /** Invented sites, when this is the demo. */
  void loadDemo() throws IOException {
    Path folder = ground.config().deployment().folder();
    new DemoSites(coordination, board, ground.clock()).load(folder.resolve("demo"));
  }

  void start() {
    board.start();
    phone.start();
    callbacks.start(phone::up);
  }

  Ground ground() {
    return ground;
  }

  AccessFeature access() {
    return access;
  }

  Stations stations() {
    return stations;
  }

  PhoneFeature phone() {
    return phone;
  }

  CallbackFeature callbacks() {
    return callbacks;
  }

  ContactFeature contacts() {
    return contacts;
  }

  OpenOnAnswer openOnAnswer() {
    return openOnAnswer;
  }

  BoardFeature board() {
    return board;
  }

  SearchPlaces search() {
    return search;
  }

  PlacementFeature placements() {
    return placements;
  }

  FreedFeature freed() {
    return freed;
  }

  NoticeFeature notices() {
    return notices;
  }

  RequestFeature requests() {
    return requests;
  }

  TruthFeature truth() {
    return truth;
  }

  LineFeature lines() {
    return lines;
  }

  Coordination coordination() {
    return coordination;
  }

  @Override
  public void close() {
    callbacks.close();
    phone.close();
    board.close();
    requests.close();
  }
}
