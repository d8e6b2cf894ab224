package org.hotline115.callflow.surge;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.FigureCause;
import org.hotline115.callflow.board.JdbcOpenPlaces;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.hotline115.callflow.surge.SurgePlan.Status;
import org.hotline115.callflow.surge.SurgePlan.What;
import org.jdbi.v3.core.Handle;

/**
 * Plans in PostgreSQL, each moved in one transaction with the open places of its groups: the plan's
 * row is locked first, then its groups in the order of their names. Throws {@link
 * org.hotline115.callflow.store.RecordsAway} when PostgreSQL does not answer.
 */
final class JdbcPlans {

  private static final SqlFile SQL = SqlFile.beside(JdbcPlans.class, "jdbc_plans.sql");
  private static final int SHOWN_MAX = 100;

  private final Database database;
  private final Departement departement;
  private final JdbcAuditTrail audit;
  private final ZoneId zone;
  private final JdbcOpenPlaces openPlaces = new JdbcOpenPlaces();

  JdbcPlans(Database database, Departement departement, JdbcAuditTrail audit, ZoneId zone) {
    this.database = database;
    this.departement = departement;
    this.audit = audit;
    this.zone = zone;
  }

  /** What a decision came to, and the figures it moved. */
  record Moved(PlanResult result, List<CapacityState> figures) {

    Moved {
      figures = List.copyOf(figures);
    }
  }

  private record Act(PlanId planId, What what, String words, AgentId by, Instant at) {}

  Moved decide(DecidePlan.Wish wish, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      List<PlaceGroupId> strange = notTemporary(handle, wish.groups());
      if (!strange.isEmpty()) {
        return new Moved(new PlanResult.NotTemporary(strange), List.of());
      }
      Instant from = wish.fromAt() == null ? at : wish.fromAt();
      if (!add(handle, wish, from)) {
        return new Moved(answerTo(handle, wish, at), List.of());
      }
      note(handle, new Act(wish.planId(), What.DECIDED, wish.words(), by, at));
      List<CapacityState> figures = List.of();
      if (!from.isAfter(at)) {
        figures = open(handle, new Act(wish.planId(), What.OPENED, "", by, at));
      }
      auditing(handle, "SURGE_PLAN_DECIDED", wish.planId(), by, at);
      return new Moved(new PlanResult.Noted(find(handle, wish.planId(), at)), figures);
    });
  }

  private PlanResult answerTo(Handle handle, DecidePlan.Wish wish, Instant at) {
    SurgePlan plan = find(handle, wish.planId(), at);
    boolean same =
        plan.name().equals(wish.name())
            && plan.kind() == wish.kind()
            && List.copyOf(plan.groups()).containsAll(wish.groups())
            && plan.groups().size() == wish.groups().size();
    return same ? new PlanResult.Noted(plan) : new PlanResult.OtherPlan();
  }

  Moved end(PlanId planId, String words, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Status> status = lock(handle, planId);
      if (status.isEmpty()) {
        return new Moved(new PlanResult.NoSuchPlan(), List.of());
      }
      List<CapacityState> figures =
          switch (status.get()) {
            case OPEN -> close(handle, new Act(planId, What.CLOSED, words, by, at));
            case PLANNED -> cancel(handle, new Act(planId, What.CANCELLED, words, by, at));
            case CLOSED, CANCELLED -> List.of();
          };
      if (status.get() == Status.OPEN || status.get() == Status.PLANNED) {
        auditing(handle, "SURGE_PLAN_ENDED", planId, by, at);
      }
      return new Moved(new PlanResult.Noted(find(handle, planId, at)), figures);
    });
  }

  /** Moves one plan whose time has come; whoever decided it decided this moment too. */
  Optional<Moved> moveDue(Instant at) {
    return database.inTransaction(handle ->
        handle
            .createQuery(SQL.statement("lock_due"))
            .bind("departement", departement.code())
            .bind("at", at)
            .mapTo(UUID.class)
            .findFirst()
            .map(PlanId::new)
            .map(planId -> moveDue(handle, find(handle, planId, at), at)));
  }

  private Moved moveDue(Handle handle, SurgePlan plan, Instant at) {
    AgentId by = plan.decisions().getFirst().by();
    List<CapacityState> figures =
        plan.status() == Status.PLANNED
            ? open(handle, new Act(plan.planId(), What.OPENED, "", by, at))
            : close(handle, new Act(plan.planId(), What.CLOSED, "", by, at));
    return new Moved(new PlanResult.Noted(find(handle, plan.planId(), at)), figures);
  }

  private List<CapacityState> open(Handle handle, Act act) {
    become(handle, act.planId(), Status.OPEN);
    note(handle, act);
    return follow(handle, act);
  }

  private List<CapacityState> close(Handle handle, Act act) {
    become(handle, act.planId(), Status.CLOSED);
    note(handle, act);
    return follow(handle, act);
  }

  private static List<CapacityState> cancel(Handle handle, Act act) {
    become(handle, act.planId(), Status.CANCELLED);
    note(handle, act);
    return List.of();
  }

  /** Each group is open by the newest open plan that names it, and the night follows. */
  private List<CapacityState> follow(Handle handle, Act act) {
    List<String> groups =
        handle
            .createQuery(SQL.statement("lock_groups"))
            .bind("planId", act.planId().value())
            .mapTo(String.class)
            .list();
    List<CapacityState> figures = new ArrayList<>();
    NightOf night = NightOf.at(act.at(), zone);
    FigureCause cause = new FigureCause(act.planId().toString(), act.by().value(), act.at());
    for (String name : groups) {
      PlaceGroupId group = new PlaceGroupId(name);
      openPlaces.lock(handle, group, night, act.at());
      handle.createUpdate(SQL.statement("open_by_plan")).bind("placeGroupId", name).execute();
      openPlaces.follow(handle, group, night, cause).ifPresent(figures::add);
    }
    return figures;
  }

  private List<PlaceGroupId> notTemporary(Handle handle, List<PlaceGroupId> groups) {
    List<String> temporary =
        handle
            .createQuery(SQL.statement("temporary_groups"))
            .bind("departement", departement.code())
            .mapTo(String.class)
            .list();
    return groups.stream().filter(group -> !temporary.contains(group.value())).toList();
  }

  private boolean add(Handle handle, DecidePlan.Wish wish, Instant from) {
    int added =
        handle
            .createUpdate(SQL.statement("add_plan"))
            .bind("planId", wish.planId().value())
            .bind("departement", departement.code())
            .bind("name", wish.name())
            .bind("kind", wish.kind().name())
            .bind("level", wish.level())
            .bind("fromAt", from)
            .bind("toAt", wish.toAt())
            .execute();
    if (added == 1) {
      wish.groups().stream()
          .sorted(Comparator.comparing(PlaceGroupId::value))
          .forEach(group ->
              handle
                  .createUpdate(SQL.statement("add_plan_group"))
                  .bind("planId", wish.planId().value())
                  .bind("placeGroupId", group.value())
                  .execute());
    }
    return added == 1;
  }

  private static void become(Handle handle, PlanId planId, Status status) {
    handle
        .createUpdate(SQL.statement("become"))
        .bind("planId", planId.value())
        .bind("status", status.name())
        .execute();
  }

  private static void note(Handle handle, Act act) {
    handle
        .createUpdate(SQL.statement("add_decision"))
        .bind("planId", act.planId().value())
        .bind("what", act.what().name())
        .bind("words", act.words())
        .bind("by", act.by().value())
        .bind("at", act.at())
        .execute();
  }

  private void auditing(Handle handle, String action, PlanId planId, AgentId by, Instant at) {
    audit.append(handle, AuditEvent.of(at, by, action, "SURGE_PLAN", planId));
  }

  private Optional<Status> lock(Handle handle, PlanId planId) {
    return handle
        .createQuery(SQL.statement("lock_plan"))
        .bind("planId", planId.value())
        .bind("departement", departement.code())
        .mapTo(String.class)
        .findOne()
        .map(Status::valueOf);
  }

  private SurgePlan find(Handle handle, PlanId planId, Instant at) {
    return handle
        .createQuery(SQL.statement("find_plan"))
        .bind("planId", planId.value())
        .bind("nightOf", NightOf.at(at, zone).date())
        .map((row, context) -> plan(handle, row))
        .one();
  }

  List<SurgePlan> list(Instant at) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_plans"))
            .bind("departement", departement.code())
            .bind("nightOf", NightOf.at(at, zone).date())
            .bind("most", SHOWN_MAX)
            .map((row, context) -> plan(handle, row))
            .list());
  }

  private static SurgePlan plan(Handle handle, ResultSet row) throws SQLException {
    PlanId planId = new PlanId(row.getObject("plan_id", UUID.class));
    return new SurgePlan(
        planId,
        row.getString("name"),
        SurgePlan.Kind.valueOf(row.getString("kind")),
        row.getInt("level"),
        known(row, "from_at"),
        instant(row, "to_at"),
        Status.valueOf(row.getString("status")),
        Arrays.stream((String[]) row.getArray("groups").getArray()).map(PlaceGroupId::new).toList(),
        row.getInt("inside"),
        decisions(handle, planId));
  }

  private static List<SurgePlan.Decision> decisions(Handle handle, PlanId planId) {
    return handle
        .createQuery(SQL.statement("list_decisions"))
        .bind("planId", planId.value())
        .map((row, context) ->
            new SurgePlan.Decision(
                What.valueOf(row.getString("what")),
                row.getString("words"),
                new AgentId(row.getString("decided_by")),
                known(row, "decided_at")))
        .list();
  }
}
