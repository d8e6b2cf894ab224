package org.hotline115.callflow.request;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.BoardListener;
import org.hotline115.callflow.board.PinnedHolds;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.placement.Promising;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;

/** Requests, put together over the board. */
public final class RequestFeature implements AutoCloseable {

  private final PinnedHolds holds;
  private final Promising promising;
  private final JdbcRequests requests;
  private final JdbcDecisions decisions;
  private final JdbcWaitingRequests waiting;
  private final JdbcProgress progress;
  private final RequestMetrics metrics;
  private final ContactFacts.Source contacts;
  private final InstantSource clock;
  private final ZoneId zone;
  private final FollowHolds followHolds;

  /** What the requests stand on. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      MeterRegistry meters,
      InstantSource clock,
      ZoneId zone) {}

  public RequestFeature(
      Ground ground,
      BoardFeature board,
      PlacementFeature placements,
      ContactFacts.Source contacts) {
    this.holds = board.pinnedHolds();
    this.promising = placements.promising();
    this.requests =
        new JdbcRequests(
            ground.database(), ground.audit(), ground.departement(), new Ids(ground.clock()));
    this.decisions = new JdbcDecisions(ground.database(), requests, ground.audit());
    this.progress = new JdbcProgress(ground.database());
    this.waiting = new JdbcWaitingRequests(ground.database(), ground.departement(), ground.clock());
    this.metrics = new RequestMetrics(ground.meters());
    this.contacts = contacts;
    this.clock = ground.clock();
    this.zone = ground.zone();
    this.followHolds = new FollowHolds(openRequest(), metrics);
  }

  /** Main subscribes it to the board before the board starts. */
  public BoardListener followHolds() {
    return followHolds;
  }

  public OpenRequest openRequest() {
    return new OpenRequest(requests, contacts, clock, zone);
  }

  public OfferHold offerHold() {
    return new OfferHold(holds, requests, contacts, clock);
  }

  public RefuseOffer refuseOffer() {
    return new RefuseOffer(holds, requests, contacts, clock);
  }

  public ConfirmHold confirmHold() {
    return new ConfirmHold(holds, promising, requests, contacts, metrics, clock);
  }

  public DecideRequest decideRequest() {
    return new DecideRequest(decisions, contacts, clock, zone);
  }

  public JoinRequest joinRequest() {
    return new JoinRequest(requests, contacts, clock, zone);
  }

  public ReadRequests readRequests() {
    return new ReadRequests(requests, waiting, progress, clock, zone);
  }

  /** A job for every gateway. */
  public TurnNight turnNight() {
    return new TurnNight(requests, waiting, metrics, clock, zone);
  }

  @Override
  public void close() {
    followHolds.close();
  }
}
