package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.closure.ClosureFeature;
import org.hotline115.callflow.directory.DirectoryFeature;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.priority.PriorityFeature;
import org.hotline115.callflow.priority.PriorityRuleSet;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.surge.SurgeFeature;
import org.hotline115.gateway.web.ImportRoutes;

/** What coordinators move: the features behind their page, put together. */
public final class Coordination {

  /** What they stand on. */
  public record Ground(
      Database database,
      Departement departement,
      InstantSource clock,
      ZoneId zone,
      List<PriorityRuleSet> priorityRules) {

    public Ground {
      priorityRules = List.copyOf(priorityRules);
    }
  }

  private final Ground ground;
  private final AccessFeature access;
  private final BoardFeature board;
  private final ClosureFeature closures;
  private final PriorityFeature priority;
  private final DirectoryFeature directory;
  private final SurgeFeature surge;

  public Coordination(Ground ground, AccessFeature access, BoardFeature board) {
    this.ground = ground;
    this.access = access;
    this.board = board;
    this.closures =
        new ClosureFeature(
            new ClosureFeature.Ground(
                ground.database(),
                access.audit(),
                ground.departement(),
                ground.clock(),
                ground.zone()),
            board);
    this.priority =
        new PriorityFeature(
            new PriorityFeature.Ground(
                ground.database(),
                access.audit(),
                ground.departement(),
                ground.clock(),
                ground.priorityRules()));
    this.directory =
        new DirectoryFeature(
            new DirectoryFeature.Ground(
                ground.database(),
                access.audit(),
                ground.departement(),
                ground.clock(),
                ground.zone()),
            board,
            ImportRoutes.jsonTables());
    this.surge =
        new SurgeFeature(
            new SurgeFeature.Ground(
                ground.database(),
                access.audit(),
                ground.departement(),
                ground.clock(),
                ground.zone()),
            board);
  }

  Ground ground() {
    return ground;
  }

  AccessFeature access() {
    return access;
  }

  BoardFeature board() {
    return board;
  }

  ClosureFeature closures() {
    return closures;
  }

  DirectoryFeature directory() {
    return directory;
  }

  SurgeFeature surge() {
    return surge;
  }

  /** Which grid counts, for whoever orders requests. */
  public PriorityFeature priority() {
    return priority;
  }
}
