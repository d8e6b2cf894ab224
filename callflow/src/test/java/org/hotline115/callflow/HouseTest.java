package org.hotline115.callflow;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The arrows between the features and the doors where foreign words stop. README draws the same
 * graph.
 */
class HouseTest {

  private static final String ROOT = "org.hotline115.callflow";

  /** Feature -> features it may import. {@code store} is a leaf that all may import. */
  static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("store", Set.of()),
          Map.entry("access", Set.of("store")),
          Map.entry("caller", Set.of("store")),
          Map.entry("call", Set.of("store", "caller", "access")),
          Map.entry("queue", Set.of("store", "caller", "access", "call")),
          Map.entry("line", Set.of("store", "access")),
          Map.entry("intake", Set.of("store", "caller", "call", "queue", "line")),
          Map.entry("callback", Set.of("store", "caller", "access", "call", "queue", "intake")),
          Map.entry("contact", Set.of("store", "caller", "access", "call")),
          Map.entry("place", Set.of("store", "contact")),
          Map.entry("board", Set.of("store", "access", "call", "contact", "place")),
          Map.entry("search", Set.of("store", "place", "board")),
          Map.entry("priority", Set.of("store", "access", "contact", "place")),
          Map.entry("truth", Set.of("store", "access", "place")),
          Map.entry("reference", Set.of("store", "access")),
          Map.entry("closure", Set.of("store", "access", "place", "board", "reference")),
          Map.entry("surge", Set.of("store", "access", "place", "board")),
          Map.entry("directory", Set.of("store", "access", "contact", "place", "board")),
          Map.entry("placement", Set.of("store", "access", "contact", "place", "board")),
          Map.entry(
              "request",
              Set.of(
                  "store",
                  "caller",
                  "access",
                  "contact",
                  "place",
                  "priority",
                  "board",
                  "placement",
                  "reference")),
          Map.entry(
              "freed",
              Set.of("store", "access", "place", "priority", "board", "search", "request")),
          Map.entry("message", Set.of("store", "caller", "access")),
          Map.entry("person", Set.of("store", "caller", "access", "call", "contact", "placement")),
          Map.entry("evaluation", Set.of("store", "access", "contact")),
          Map.entry("vulnerability", Set.of("store", "access", "person")),
          Map.entry("household", Set.of("store", "access", "contact", "person")),
          Map.entry("handover", Set.of("store", "access")),
          Map.entry("statistics", Set.of("store", "queue", "line", "place", "board")),
          Map.entry("appointment", Set.of("store", "access", "caller", "line", "message")),
          Map.entry("waitlist", Set.of("store", "access", "caller", "message", "appointment")),
          Map.entry(
              "notice", Set.of("store", "access", "intake", "contact", "place", "board", "search")),
          Map.entry(
              "shelter",
              Set.of(
                  "store", "access", "caller", "call", "line", "intake", "place", "board",
                  "message")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void featuresImportOnlyWhatTheGraphAllows() {
    for (var feature : MAY_IMPORT.entrySet()) {
      String[] forbidden =
          MAY_IMPORT.keySet().stream()
              .filter(other -> !other.equals(feature.getKey()))
              .filter(other -> !feature.getValue().contains(other))
              .map(other -> ROOT + "." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + feature.getKey() + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden)
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void everyFeatureIsInTheGraph() {
    Set<String> features =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT + "."))
            .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(MAY_IMPORT.keySet()).containsAll(features);
  }

  @Test
  void theGraphHasNoCircle() {
    for (String feature : MAY_IMPORT.keySet()) {
      assertThat(reachableFrom(feature)).as(feature).doesNotContain(feature);
    }
  }

  @Test
  void theReadmeDrawsThisGraph() throws IOException {
    Map<String, Set<String>> drawn =
        Files.readAllLines(Path.of("../README.md")).stream()
            .map(Pattern.compile("\\| `(\\w+)` \\|[^|]*\\| ([`\\w, ]*) ?\\|")::matcher)
            .filter(Matcher::matches)
            .collect(
                Collectors.toMap(
                    row -> row.group(1),
                    row ->
                        Pattern.compile("`(\\w+)`")
                            .matcher(row.group(2))
                            .results()
                            .map(word -> word.group(1))
                            .collect(Collectors.toSet())));
    Map<String, Set<String>> allowed = new TreeMap<>(MAY_IMPORT);
    allowed.replaceAll((feature, others) ->
        others.stream().filter(other -> !other.equals("store")).collect(Collectors.toSet()));
    assertThat(drawn).isEqualTo(allowed);
  }

  private static Set<String> reachableFrom(String feature) {
    Set<String> reached = new TreeSet<>();
    MAY_IMPORT
        .get(feature)
        .forEach(next -> {
          reached.add(next);
          reached.addAll(reachableFrom(next));
        });
    return reached;
  }

  @Test
  void callflowKnowsNothingOfThePhoneTheWebAndTheProvider() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.vertx..", "org.asteriskjava..", "com.twilio..", "org.hotline115.gateway..")
        .check(CLASSES);
  }

  @Test
  void lettuceIsKnownOnlyToRedisClasses() {
    noClasses()
        .that(describe("are not Redis* and not store", c -> !isDoor(c, "Redis")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lettuce..")
        .check(CLASSES);
  }

  @Test
  void sqlIsKnownOnlyToJdbcClasses() {
    noClasses()
        .that(describe("are not Jdbc* and not store", c -> !isDoor(c, "Jdbc")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.postgresql..")
        .check(CLASSES);
  }

  private static boolean isDoor(JavaClass candidate, String prefix) {
    JavaClass outermost = candidate;
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.getSimpleName().startsWith(prefix)
        || resideInAPackage(ROOT + ".store..").test(candidate);
  }

  @Test
  void theClockIsInjected() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that(describe("package-info", c -> c.getSimpleName().equals("package-info")))
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .check(CLASSES);
    Set<String> marked =
        CLASSES.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .isEqualTo(marked);
  }
}
