package org.hotline115.callflow.freed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.priority.PriorityRules;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.callflow.store.Database;

/** Places that come back, put together over board and requests. */
public final class FreedFeature {

  /** What it stands on. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      InstantSource clock,
      MeterRegistry meters) {}

  private final Ground ground;
  private final BoardFeature board;
  private final SearchPlaces search;
  private final ReadRequests requests;
  private final PriorityRules rules;
  private final JdbcFreedPlaces freedPlaces;
  private final FreedMetrics metrics;

  public FreedFeature(
      Ground ground,
      BoardFeature board,
      SearchPlaces search,
      RequestFeature requests,
      PriorityRules rules) {
    this.ground = ground;
    this.board = board;
    this.search = search;
    this.requests = requests.readRequests();
    this.rules = rules;
    this.freedPlaces = new JdbcFreedPlaces(ground.database(), ground.audit(), ground.departement());
    this.metrics = new FreedMetrics(ground.meters());
  }

  /** A job for every gateway. */
  public ProposeFreedPlaces proposeFreedPlaces() {
    return new ProposeFreedPlaces(
        freedPlaces, requests, rules, board.readBoard(), search, metrics, ground.clock());
  }

  public TakeFreedPlace takeFreedPlace() {
    return new TakeFreedPlace(freedPlaces, requests, board.holdPlaces(), metrics, ground.clock());
  }

  public PassFreedPlace passFreedPlace() {
    return new PassFreedPlace(freedPlaces, ground.clock());
  }

  public ReadFreedPlaces readFreedPlaces() {
    return new ReadFreedPlaces(freedPlaces, requests, rules, search);
  }
}
