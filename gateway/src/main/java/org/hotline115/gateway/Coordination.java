package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.closure.ClosureFeature;
import org.hotline115.callflow.contact.CallerKind;
import org.hotline115.callflow.contact.ContactKind;
import org.hotline115.callflow.contact.NeedCode;
import org.hotline115.callflow.contact.NextStep;
import org.hotline115.callflow.contact.ResidentialSituation;
import org.hotline115.callflow.directory.DirectoryFeature;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.placement.ExitDestination;
import org.hotline115.callflow.placement.ExitReason;
import org.hotline115.callflow.priority.PriorityFeature;
import org.hotline115.callflow.priority.PriorityRuleSet;
import org.hotline115.callflow.reference.ReferenceFeature;
import org.hotline115.callflow.reference.ReferenceList;
import org.hotline115.callflow.request.RefusalReason;
import org.hotline115.callflow.request.UnmetReason;
import org.hotline115.callflow.request.UnmetSubReason;
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

  /** Each list with the codes that statistics and rules count by. */
  private static final Map<ReferenceList, Class<? extends Enum<?>>> NATIONAL_CODES =
      Map.ofEntries(
          Map.entry(ReferenceList.CLOSURE_REASON, ClosureReason.class),
          Map.entry(ReferenceList.UNMET_REASON, UnmetReason.class),
          Map.entry(ReferenceList.UNMET_SUB_REASON, UnmetSubReason.class),
          Map.entry(ReferenceList.REFUSAL_REASON, RefusalReason.class),
          Map.entry(ReferenceList.NEED, NeedCode.class),
          Map.entry(ReferenceList.NEXT_STEP, NextStep.class),
          Map.entry(ReferenceList.CONTACT_KIND, ContactKind.class),
          Map.entry(ReferenceList.CALLER_KIND, CallerKind.class),
          Map.entry(ReferenceList.RESIDENTIAL_SITUATION, ResidentialSituation.class),
          Map.entry(ReferenceList.EXIT_REASON, ExitReason.class),
          Map.entry(ReferenceList.EXIT_DESTINATION, ExitDestination.class));

  private final Ground ground;
  private final AccessFeature access;
  private final BoardFeature board;
  private final ClosureFeature closures;
  private final PriorityFeature priority;
  private final DirectoryFeature directory;
  private final SurgeFeature surge;
  private final ReferenceFeature reference;

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
    this.reference =
        new ReferenceFeature(ground.database(), access.audit(), ground.clock(), NATIONAL_CODES);
  }

  ReferenceFeature reference() {
    return reference;
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
