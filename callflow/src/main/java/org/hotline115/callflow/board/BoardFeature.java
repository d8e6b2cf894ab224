package org.hotline115.callflow.board;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Consumer;
import org.hotline115.callflow.board.PlaceBoard.HoldTimes;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.JdbcPlaceGroups;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;

/** The board, put together. {@link #start} returns at once also when a server is away. */
public final class BoardFeature implements AutoCloseable {

  /** What the board stands on. */
  public record Ground(
      Database database,
      RedisServer redis,
      Departement departement,
      ZoneId zone,
      InstantSource clock,
      MeterRegistry meters,
      HoldTimes times) {}

  private final BoardMetrics metrics;
  private final BoardMirror mirror = new BoardMirror();
  private final RedisPlaceBoard board;
  private final RedisBoardChanges changes;
  private final JdbcBoardRecords records;
  private final JdbcHoldJournal holdRecords;
  private final JdbcPlaceGroups placeGroups;
  private final PlaceCatalogue catalogue;
  private final BoardFeed feed;
  private final HoldJournal journal;
  private final CompareBoard compare;
  private final BoardKeeper keeper;
  private final FollowDirectory followDirectory;
  private final Ground ground;

  public BoardFeature(Ground ground) {
    this.ground = ground;
    this.metrics = new BoardMetrics(ground.meters());
    this.board = new RedisPlaceBoard(ground.redis(), ground.departement(), ground.times());
    board.teach(mirror::learn);
    this.changes = new RedisBoardChanges(ground.redis(), ground.departement());
    this.records = new JdbcBoardRecords(ground.database(), ground.departement());
    this.holdRecords = new JdbcHoldJournal(ground.database(), ground.departement());
    this.placeGroups = new JdbcPlaceGroups(ground.database());
    this.catalogue = new PlaceCatalogue(placeGroups, ground.departement(), mirror);
    this.feed = new BoardFeed(changes, board, mirror, metrics);
    this.followDirectory = new FollowDirectory(placeGroups, ground.departement(), catalogue, feed);
    this.journal = new HoldJournal(changes, holdRecords, mirror, metrics);
    this.compare = new CompareBoard(board, records, holdRecords, metrics, ground.clock());
    this.keeper =
        new BoardKeeper(
            new BoardKeeper.Parts(board, changes, mirror, feed, journal, catalogue),
            new RebuildBoard(board, records, holdRecords, journal, metrics, ground.clock()),
            compare,
            metrics,
            ground.clock(),
            ground.zone());
  }

  /** After the migration, before the first screen. */
  public void start() {
    feed.start();
    keeper.start();
  }

  /** Before {@link #start} for whoever must miss nothing. */
  public void subscribe(BoardListener listener) {
    feed.subscribe(listener);
  }

  public ReadBoard readBoard() {
    return new ReadBoard(mirror, catalogue, ground.clock(), ground.zone());
  }

  /** Tells a follower the groups by site and name, now and whenever they were read anew. */
  public void followGroups(Consumer<Collection<ListedGroup>> follower) {
    catalogue.follow(follower);
  }

  public HoldPlaces holdPlaces() {
    return new HoldPlaces(board, mirror, catalogue, metrics, ground.clock(), ground.zone());
  }

  public ExtendHold extendHold() {
    return new ExtendHold(board, metrics);
  }

  public ReleaseHold releaseHold() {
    return new ReleaseHold(board, metrics);
  }

  public ReleaseHoldsOfCall releaseHoldsOfCall() {
    return new ReleaseHoldsOfCall(board, mirror, metrics);
  }

  public SetFreePlaces setFreePlaces() {
    return new SetFreePlaces(board, records, metrics, ground.clock(), ground.zone());
  }

  /** For whoever changes what a group is: closures, seasons, sizes. */
  public ShowFigures showFigures() {
    return new ShowFigures(board, catalogue);
  }

  /** For whoever changes sites and groups, and once a second in every gateway. */
  public FollowDirectory followDirectory() {
    return followDirectory;
  }

  /** For whoever promises what is held. */
  public PinnedHolds pinnedHolds() {
    return new PinnedHolds(board, records, holdRecords, ground.clock());
  }

  /** For whoever says that a promised place is not used. */
  public ReturnedPlaces returnedPlaces() {
    return new ReturnedPlaces(board, new JdbcReturnedPlaces(ground.zone()));
  }

  /** The figures in PostgreSQL, for transactions that move them together with something else. */
  public JdbcBoardRecords records() {
    return records;
  }

  @Override
  public void close() {
    keeper.close();
    feed.close();
  }
}
