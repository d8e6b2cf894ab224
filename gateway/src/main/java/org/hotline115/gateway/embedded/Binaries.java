package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** The server programs that Maven packages carry, unpacked once. */
final class Binaries {

  private Binaries() {}

  /** The folder with bin/postgres and bin/initdb. */
  static Path postgres(Path folder) throws InterruptedException {
    return unpacked(folder, "bin/postgres", "/postgres-linux-" + postgresMachine() + ".txz");
  }

  /** The program redis-server. */
  static Path redis(Path folder) throws InterruptedException {
    String name = "redis-server-7.0.15-linux-" + machine();
    return unpacked(folder, name, "/" + name).resolve(name);
  }

  private static Path unpacked(Path folder, String proof, String resource)
      throws InterruptedException {
    if (Files.isExecutable(folder.resolve(proof))) {
      return folder;
    }
    Path next = folder.resolveSibling(folder.getFileName() + ".new");
    KeptFiles.delete(next);
    KeptFiles.delete(folder);
    KeptFiles.createFolder(next);
    try (InputStream packed = Binaries.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new Part.StartFailed("no package for this kind of machine (" + machine() + ")");
      }
      Path file = next.resolve(resource.substring(1));
      Files.copy(packed, file);
      if (resource.endsWith(".txz")) {
        untar(file, next);
      } else {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.move(next, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static void untar(Path archive, Path folder) throws InterruptedException, IOException {
    Command.Answer answer =
        Command.of("tar", "-xJf", archive.toString(), "-C", folder.toString()).run();
    if (!answer.ok()) {
      throw new Part.StartFailed("tar cannot unpack it (is xz-utils there?): " + answer.text());
    }
    Files.delete(archive);
  }

  private static String machine() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") ? "arm64" : name;
  }

  private static String postgresMachine() {
    return machine().equals("arm64") ? "arm_64" : "x86_64";
  }
}
