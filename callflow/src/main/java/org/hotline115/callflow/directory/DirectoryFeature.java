package org.hotline115.callflow.directory;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;

/** The directory of sites and groups, put together over the board. */
public final class DirectoryFeature {

  /** What the directory stands on. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      InstantSource clock,
      ZoneId zone) {}

  private final JdbcDirectory directory;
  private final ShowDirectory showDirectory;
  private final JsonTables jsonTables;
  private final ZoneId zone;
  private final InstantSource clock;

  public DirectoryFeature(Ground ground, BoardFeature board, JsonTables jsonTables) {
    this.directory =
        new JdbcDirectory(ground.database(), ground.departement(), ground.audit(), ground.zone());
    this.showDirectory = new ShowDirectory(board.showFigures(), board.followDirectory());
    this.jsonTables = jsonTables;
    this.zone = ground.zone();
    this.clock = ground.clock();
  }

  public ReadDirectory readDirectory() {
    return new ReadDirectory(directory, zone, clock);
  }

  public ChangeDirectory changeDirectory() {
    return new ChangeDirectory(new JdbcEdits(directory), showDirectory, clock);
  }

  public PurgeImports purgeImports() {
    return new PurgeImports(new JdbcImports(directory), clock);
  }

  public ImportPlaces importPlaces() {
    return new ImportPlaces(new JdbcImports(directory), jsonTables, showDirectory, clock);
  }
}
