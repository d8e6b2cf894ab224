package org.hotline115.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.PostalCodes;

/** The département's communes, {@code config/reference}: each file is read once, at the start. */
public final class CommuneFile {

  private CommuneFile() {}

  private interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /**
   * {@code communes.csv}; it may be missing.
   *
   * @throws ConfigRefused naming the line that is wrong
   */
  public static Communes read(Path folder) {
    return read(folder, "communes.csv", Communes.NONE, Communes::read);
  }

  /**
   * {@code postal_codes.csv}; it may be missing.
   *
   * @throws ConfigRefused naming the line that is wrong
   */
  public static PostalCodes postalCodes(Path folder) {
    return read(folder, "postal_codes.csv", PostalCodes.NONE, PostalCodes::read);
  }

  private static <T> T read(Path folder, String name, T missing, Reading<T> reading) {
    Path file = folder.resolve("reference").resolve(name);
    if (!Files.exists(file)) {
      return missing;
    }
    String what = name.replace(".csv", "").replace('_', ' ');
    try {
      return reading.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigRefused(what, List.of(String.valueOf(wrong.getMessage())));
    } catch (IOException e) {
      throw new ConfigRefused(
          what, List.of("cannot be read (" + e.getClass().getSimpleName() + ")"));
    }
  }
}
