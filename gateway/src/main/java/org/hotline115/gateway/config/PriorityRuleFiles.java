package org.hotline115.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotline115.callflow.priority.PriorityRuleSet;

/** The grids in {@code config/rules}, read once at the start; the folder may be missing. */
public final class PriorityRuleFiles {

  private PriorityRuleFiles() {}

  /**
   * Every grid of the folder, by file name.
   *
   * @throws ConfigRefused naming every problem of every file
   */
  public static List<PriorityRuleSet> read(Path folder) {
    List<String> problems = new ArrayList<>();
    Map<String, PriorityRuleSet> found = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      try {
        PriorityRuleSet ruleSet = new ConfigReader(name -> null).read(file, PriorityRuleSet.class);
        if (ruleSet.code().equals(PriorityRuleSet.NEUTRAL.code())
            || found.put(ruleSet.code(), ruleSet) != null) {
          problems.add(file.getFileName() + ": code: " + ruleSet.code() + " is taken");
        }
      } catch (ConfigRefused refused) {
        refused.problems().forEach(problem -> problems.add(file.getFileName() + ": " + problem));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigRefused("rules", problems);
    }
    return List.copyOf(found.values());
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new ConfigRefused(
          "rules", List.of("cannot be read (" + e.getClass().getSimpleName() + ")"));
    }
  }
}
