package org.hotline115.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.PostalCodes;

/** The département's communes, {@code config/reference/communes.csv}; the file may be missing. */
public final class CommuneFile {

  private CommuneFile() {}

  /**
   * Read once at the start.
   *
   * @throws ConfigRefused naming the line that is wrong
   */
  public static Communes read(Path folder) {
    Path file = folder.resolve("reference").resolve("communes.csv");
    if (!Files.exists(file)) {
      return Communes.NONE;
    }
    try {
      return Communes.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigRefused("communes", List.of(String.valueOf(wrong.getMessage())));
    } catch (IOException e) {
      throw new ConfigRefused(
          "communes", List.of("cannot be read (" + e.getClass().getSimpleName() + ")"));
    }
  }

  /** The communes' postal codes, {@code config/reference/postal_codes.csv}; it may be missing. */
  public static PostalCodes postalCodes(Path folder) {
    Path file = folder.resolve("reference").resolve("postal_codes.csv");
    if (!Files.exists(file)) {
      return PostalCodes.NONE;
    }
    try {
      return PostalCodes.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigRefused("postal codes", List.of(String.valueOf(wrong.getMessage())));
    } catch (IOException e) {
      throw new ConfigRefused(
          "postal codes", List.of("cannot be read (" + e.getClass().getSimpleName() + ")"));
    }
  }
}
