package org.hotline115.gateway.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 115s of other départements, each {@code "30=0466000115"}; Corsica is 20, as one keys it. Who
 * asks for one with the star key in the menu is told its number.
 */
public record ElsewhereSetting(@Default("") List<String> numbers) {

  public ElsewhereSetting {
    directory(numbers);
  }

  public Map<String, String> directory() {
    return directory(numbers);
  }

  private static Map<String, String> directory(List<String> numbers) {
    Map<String, String> directory = new HashMap<>();
    for (String entry : numbers) {
      if (!entry.matches("[0-9]{2,3}=[0-9]{3,15}")) {
        throw new IllegalArgumentException("numbers must be such as 30=0466000115");
      }
      String departement = entry.substring(0, entry.indexOf('='));
      if (directory.put(departement, entry.substring(entry.indexOf('=') + 1)) != null) {
        throw new IllegalArgumentException("numbers name " + departement + " twice");
      }
    }
    return Map.copyOf(directory);
  }
}
