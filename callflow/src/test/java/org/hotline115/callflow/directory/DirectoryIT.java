package org.hotline115.callflow.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.PARIS;
import static org.hotline115.callflow.board.BoardHouse.await;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.directory.ImportReport.Status;
import org.hotline115.callflow.directory.ImportReport.Sums;
import org.hotline115.callflow.directory.LineReport.Outcome;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sites and groups are changed by people and by files, and the live board follows. */
class DirectoryIT {

  private static final AgentId NADIA = new AgentId("nadia");
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final String GROUP = "group-00000";
  private static final int INSTALLED = 6;

  private BoardHouse house;
  private DirectoryFeature directory;
  private ChangeDirectory change;
  private ImportPlaces imports;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(3, INSTALLED), PlaceBoard.HoldTimes.DEFAULT);
    directory =
        new DirectoryFeature(
            new DirectoryFeature.Ground(
                house.database,
                new JdbcAuditTrail(house.database),
                PlaceSamples.HERAULT,
                InstantSource.system(),
                PARIS),
            house.board,
            bytes -> {
              throw new FileRefused(FileRefused.Why.NOT_JSON, "");
            });
    change = directory.changeDirectory();
    imports = directory.importPlaces();
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  @Test
  void whatWasBroughtEndsAfterItsDaysOnceAndOnTheTrail() throws Exception {
    for (int file = 0; file < 8; file++) {
      imports.bring(UUID.randomUUID(), "old.csv", "x".getBytes(StandardCharsets.UTF_8), NADIA);
    }
    house.database.with(handle ->
        handle.execute(
            "UPDATE place_import SET brought_at = brought_at - interval '90 days 1 minute'"));
    UUID young = UUID.randomUUID();
    imports.bring(young, "young.csv", "x".getBytes(StandardCharsets.UTF_8), NADIA);
    PurgeImports here = directory.purgeImports();
    PurgeImports there = directory.purgeImports();

    int ended;
    try (ExecutorService gateways = Executors.newFixedThreadPool(2)) {
      Future<Integer> first = gateways.submit(here::run);
      Future<Integer> second = gateways.submit(there::run);
      ended = first.get() + second.get();
    }

    assertThat(ended).isEqualTo(8);
    assertThat(imports.list()).extracting(ImportReport::importId).containsExactly(young);
    assertThat(
            house.count(
                "SELECT count(DISTINCT object_id) FROM audit_event WHERE action = 'PURGE_IMPORT'"))
        .isEqualTo(8);
    assertThat(here.run()).isZero();
  }

  private Optional<GroupView> shown(String group) {
    return house.board.readBoard().group(new PlaceGroupId(group), Household.ANYBODY);
  }

  private Entry entry(String group) {
    return directory.readDirectory().list().stream()
        .filter(entry -> entry.sheet().value(SheetField.PLACE_GROUP).equals(group))
        .findFirst()
        .orElseThrow();
  }

  private void occupy(String group, int places) {
    int open = shown(group).orElseThrow().open();
    house
        .board
        .setFreePlaces()
        .run(new PlaceGroupId(group), open - places, "équipe", UpdateSource.WEB);
  }

  private static Map<SheetField, String> sheet(String group) {
    Map<SheetField, String> raw = new EnumMap<>(SheetField.class);
    raw.putAll(SheetTest.good());
    raw.put(SheetField.PLACE_GROUP, group);
    return raw;
  }

  @Test
  void aNewGroupAppearsOnTheBoardOnce() {
    EditResult added = change.add(sheet("nouveau"), NADIA);

    assertThat(added).isInstanceOf(EditResult.Saved.class);
    await("the board shows it", () -> shown("nouveau").filter(g -> g.free() == 10).isPresent());
    assertThat(change.add(sheet("nouveau"), NADIA)).isEqualTo(added);
    Map<SheetField, String> other = sheet("nouveau");
    other.put(SheetField.INSTALLED, "11");
    assertThat(change.add(other, NADIA)).isEqualTo(new EditResult.Taken());
    assertThat(house.hold("nouveau", 2, CLAIRE, null)).isInstanceOf(HoldResult.Held.class);
    assertThat(house.count("SELECT count(*) FROM audit_event WHERE action = 'GROUP_SAVED'"))
        .isEqualTo(1);
  }

  @Test
  void aRenamedGroupIsRenamedOnTheBoardAndAnOldLookIsAConflict() {
    Entry looked = entry(GROUP);

    EditResult saved =
        change.changeGroup(GROUP, looked.version(), Map.of(SheetField.NAME, "Aile nord"), NADIA);

    assertThat(((EditResult.Saved) saved).entry().version()).isEqualTo(looked.version() + 1);
    assertThat(shown(GROUP).orElseThrow().name()).isEqualTo("Aile nord");
    EditResult late =
        change.changeGroup(GROUP, looked.version(), Map.of(SheetField.NAME, "Aile sud"), CLAIRE);
    assertThat(late).isEqualTo(new EditResult.Conflict(((EditResult.Saved) saved).entry()));
    assertThat(change.changeGroup("nowhere", 1, Map.of(), NADIA))
        .isEqualTo(new EditResult.NoSuchEntry());
    assertThat(
            change.changeGroup(
                GROUP, looked.version() + 1, Map.of(SheetField.INSTALLED, "x"), NADIA))
        .isEqualTo(
            new EditResult.Faulty(List.of(new Sheet.Fault(SheetField.INSTALLED, "NOT_A_NUMBER"))));
  }

  @Test
  void oneOfTenPeopleWhoChangeTheSameAtOnceIsHeard() throws Exception {
    int version = entry(GROUP).version();
    List<Callable<EditResult>> ten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String name = "Nom " + i;
      ten.add(() -> change.changeGroup(GROUP, version, Map.of(SheetField.NAME, name), NADIA));
    }
    int saved = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<EditResult> one : threads.invokeAll(ten)) {
        saved += one.get() instanceof EditResult.Saved ? 1 : 0;
      }
    }
    assertThat(saved).isEqualTo(1);
  }

  @Test
  void aSmallerGroupHasFewerPlacesAtOnceButNobodyIsSentAway() {
    occupy(GROUP, 4);
    int version = entry(GROUP).version();

    assertThat(change.changeGroup(GROUP, version, Map.of(SheetField.INSTALLED, "3"), NADIA))
        .isEqualTo(new EditResult.SomebodyInside(4));
    change.changeGroup(GROUP, version, Map.of(SheetField.INSTALLED, "4"), NADIA);

    assertThat(shown(GROUP).orElseThrow().open()).isEqualTo(4);
    assertThat(shown(GROUP).orElseThrow().free()).isZero();
    await("board and records agree", () -> house.onBoard().equals(house.inRecords()));
  }

  @Test
  void aGroupOutOfItsSeasonTakesNobodyAndWhoIsInsideStaysUntilHeLeaves() {
    occupy(GROUP, 2);
    String yesterday = LocalDate.now(PARIS).minusDays(2).toString();

    change.changeGroup(
        GROUP,
        entry(GROUP).version(),
        Map.of(SheetField.AVAILABILITY, "SEASONAL", SheetField.OPEN_TO, yesterday),
        NADIA);

    assertThat(shown(GROUP).orElseThrow().open()).isEqualTo(2);
    assertThat(shown(GROUP).orElseThrow().free()).isZero();
    house.board.setFreePlaces().run(new PlaceGroupId(GROUP), 1, "équipe", UpdateSource.WEB);
    assertThat(shown(GROUP).orElseThrow().open()).as("one has left").isEqualTo(1);
    assertThat(shown(GROUP).orElseThrow().free()).isZero();
    await("board and records agree", () -> house.onBoard().equals(house.inRecords()));
  }

  @Test
  void aGroupLeavesTheBoardOnlyWhenNobodyIsInside() {
    house.held(GROUP, 1);
    occupy(GROUP, 1);
    int version = entry(GROUP).version();
    assertThat(change.retire(GROUP, version, NADIA)).isEqualTo(new EditResult.SomebodyInside(1));

    occupy(GROUP, 0);
    assertThat(change.retire(GROUP, version, NADIA)).isInstanceOf(EditResult.Saved.class);

    assertThat(shown(GROUP)).isEmpty();
    assertThat(house.board.readBoard().holds()).as("what was held is taken back").isEmpty();
    assertThat(house.hold(GROUP, 1, CLAIRE, null)).isEqualTo(new HoldResult.Closed());
    assertThat(change.retire(GROUP, version, NADIA)).isInstanceOf(EditResult.Saved.class);
  }

  @Test
  void aSiteIsRenamedForAllItsGroupsAndARefugeStaysSecret() {
    Map<SheetField, String> refuge = sheet("refuge");
    refuge.put(SheetField.ADDRESS_IS_SECRET, "oui");
    refuge.put(SheetField.PLACE_TYPE, "VIOLENCE");
    Entry added = ((EditResult.Saved) change.add(refuge, NADIA)).entry();

    change.changeSite("s", added.siteVersion(), Map.of(SheetField.SITE_NAME, "Maison"), NADIA);

    await(
        "the board shows it",
        () -> shown("refuge").filter(g -> g.siteName().equals("Maison")).isPresent());
    assertThat(
            change.changeSite(
                "s", added.siteVersion() + 1, Map.of(SheetField.ADDRESS_IS_SECRET, "non"), NADIA))
        .isEqualTo(
            new EditResult.Faulty(
                List.of(new Sheet.Fault(SheetField.ADDRESS_IS_SECRET, "MUST_BE_SECRET"))));
    assertThat(
            change.changeSite("s", added.siteVersion(), Map.of(SheetField.SITE_NAME, "x"), NADIA))
        .isInstanceOf(EditResult.Conflict.class);
  }

  private static byte[] file(String... lines) {
    return ("site;site_name;organisation;commune;insee_code;place_group;name;place_type;installed;removed\n"
            + String.join("\n", lines))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(int n, String installed) {
    return "import-%d;Site %d;Orga;Lunel;34145;import-%d;Groupe %d;CHU;%s;"
        .formatted(n, n, n, n, installed);
  }

  private static ImportReport told(ImportResult result) {
    return ((ImportResult.Told) result).report();
  }

  @Test
  void fourHundredNinetyNineGoodLinesAndABadOneAreAnsweredByLineAndNothingIsWritten() {
    String lines =
        IntStream.rangeClosed(1, 500)
            .mapToObj(n -> line(n, n == 250 ? "beaucoup" : "10"))
            .collect(Collectors.joining("\n"));
    UUID id = UUID.randomUUID();

    ImportReport dry = told(imports.bring(id, "sites.csv", file(lines), NADIA));

    assertThat(dry.sums()).isEqualTo(new Sums(499, 0, 0, 0, 1));
    assertThat(dry.lines())
        .filteredOn(line -> line.outcome() == Outcome.REFUSED)
        .containsExactly(
            new LineReport(
                251,
                "import-250",
                Outcome.REFUSED,
                List.of(),
                List.of(new LineReport.Problem("installed", "NOT_A_NUMBER"))));

    ImportReport refused = told(imports.apply(id, false, NADIA));

    assertThat(refused.status()).isEqualTo(Status.REFUSED);
    assertThat(house.count("SELECT count(*) FROM place_group")).isEqualTo(3);
    assertThat(told(imports.look(id)).sums()).as("kept for replay").isEqualTo(dry.sums());

    ImportReport applied = told(imports.apply(id, true, NADIA));

    assertThat(applied.status()).isEqualTo(Status.APPLIED);
    assertThat(house.count("SELECT count(*) FROM place_group")).isEqualTo(502);
    assertThat(told(imports.apply(id, true, CLAIRE)).appliedBy()).as("once").isEqualTo(NADIA);
    assertThat(house.count("SELECT max(version) FROM place_group")).isEqualTo(1);
    await(
        "the board shows them", () -> shown("import-500").filter(g -> g.free() == 10).isPresent());
    await("board and records agree", () -> house.onBoard().equals(house.inRecords()));
    assertThat(house.count("SELECT count(*) FROM audit_event WHERE action = 'DIRECTORY_IMPORTED'"))
        .isEqualTo(1);
  }

  @Test
  void whatWasExportedAndIsBroughtBackChangesNothing() {
    change.add(sheet("nouveau"), NADIA);

    ImportReport report =
        told(
            imports.bring(UUID.randomUUID(), "export.csv", directory.readDirectory().csv(), NADIA));

    assertThat(report.sums()).isEqualTo(new Sums(0, 0, 0, 4, 0));
  }

  @Test
  void aChangedLineSaysWhatWouldChangeAndALineSaysAllThatIsWrong() {
    ImportReport report =
        told(
            imports.bring(
                UUID.randomUUID(),
                "a.csv",
                file(
                    "site-group-00000;Site group-00000;Organisation;Montpellier;34172;group-00000;Aile;CHU;6;",
                    "s;;;Lunel;x;g;Groupe;CASTLE;-1;",
                    "s;Un;O;Lunel;34145;g1;G;CHU;1;",
                    "s;Deux;O;Lunel;34145;g2;G;CHU;1;",
                    "s;Un;O;Lunel;34145;g1;G;CHU;1;",
                    "s;Un;O",
                    "s;Un;O;Lunel;34145;;G;CHU;1;"),
                NADIA));

    assertThat(report.lines().get(0).changes())
        .contains(new Sheet.Change(SheetField.NAME, "Places group-00000", "Aile"));
    assertThat(report.lines().get(1).problems())
        .extracting(LineReport.Problem::column)
        .containsExactly("site_name", "organisation", "insee_code", "place_type", "installed");
    assertThat(report.lines())
        .extracting(LineReport::outcome)
        .containsExactly(
            Outcome.CHANGED,
            Outcome.REFUSED,
            Outcome.NEW,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.REFUSED);
    assertThat(report.lines().get(3).problems())
        .containsExactly(new LineReport.Problem("site_name", "SITE_DIFFERS"));
    assertThat(report.lines().get(4).problems())
        .containsExactly(new LineReport.Problem("place_group", "DUPLICATE_GROUP"));
    assertThat(report.lines().get(5).problems())
        .containsExactly(new LineReport.Problem("", "WRONG_NUMBER_OF_VALUES"));
    assertThat(report.lines().get(6).problems())
        .containsExactly(new LineReport.Problem("place_group", "MISSING_FIELD"));
  }

  @Test
  void aGroupWithGuestsIsNotRemovedByAFile() {
    occupy(GROUP, 3);
    byte[] file =
        "place_group;removed\ngroup-00000;oui\ngroup-00001;oui\nnever-was;oui\n"
            .getBytes(StandardCharsets.UTF_8);
    UUID id = UUID.randomUUID();

    ImportReport report = told(imports.bring(id, "fin.csv", file, NADIA));

    assertThat(report.lines())
        .extracting(LineReport::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.REMOVED, Outcome.SAME);
    imports.apply(id, true, NADIA);
    assertThat(shown(GROUP)).isPresent();
    assertThat(shown("group-00001")).isEmpty();
  }

  @Test
  void theSameIdIsOneFileAndABadFileIsKept() {
    UUID id = UUID.randomUUID();
    ImportReport bad =
        told(imports.bring(id, "x.xlsx", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8), NADIA));
    assertThat(bad.problem())
        .isEqualTo(new ImportReport.FileProblem(FileRefused.Why.IS_A_SPREADSHEET, ""));
    assertThat(told(imports.apply(id, true, NADIA)).problem()).isEqualTo(bad.problem());
    assertThat(imports.bring(id, "y.csv", file(line(1, "1")), NADIA))
        .isEqualTo(new ImportResult.OtherImport());
    assertThat(imports.look(UUID.randomUUID())).isEqualTo(new ImportResult.NoSuchImport());
    assertThat(imports.list()).extracting(ImportReport::importId).containsExactly(id);
    assertThat(
            told(imports.bring(UUID.randomUUID(), "big.csv", new byte[3_000_000], NADIA))
                .problem()
                .code())
        .isEqualTo(FileRefused.Why.TOO_LARGE);
  }
}
