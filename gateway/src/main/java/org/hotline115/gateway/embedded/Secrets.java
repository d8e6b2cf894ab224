package org.hotline115.gateway.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.hotline115.callflow.store.Secret;

/** Passwords made by chance at the first start and kept in files only their owner may read. */
final class Secrets {

  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path folder) {
    this.folder = folder;
    KeptFiles.createClosedFolder(folder);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** For programs: 144 bits. */
  Secret forProgram(String name) {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return kept(name, HexFormat.of().formatHex(bytes));
  }

  /** For people who have to type it: 79 bits in four groups. */
  Secret forPerson(String name) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      word.append(i > 0 && i % 4 == 0 ? "-" : "");
      word.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return kept(name, word.toString());
  }

  private Secret kept(String name, String fresh) {
    return new Secret(
        KeptFiles.read(file(name))
            .filter(text -> !text.isBlank())
            .map(String::strip)
            .orElseGet(() -> {
              KeptFiles.write(file(name), fresh);
              return fresh;
            }));
  }
}
