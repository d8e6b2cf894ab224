package org.hotline115.gateway.asterisk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline115.callflow.call.RecordPositions.Position;
import org.jspecify.annotations.Nullable;

/**
 * A file that Asterisk appends to and that somebody may rotate. Reads on from a remembered
 * position; a last line without its end is left for the next time, an endless one is skipped.
 */
final class RecordFile {

  private static final int LINE_BYTES_MAX = 64 * 1024;
  private static final int FINGERPRINT_BYTES_MAX = 512;

  /** What was read and where to go on. {@code skipped} lines were longer than any record. */
  record Read(List<String> lines, Position next, int skipped) {}

  private final Path path;

  RecordFile(Path path) {
    this.path = path;
  }

  /**
   * The file to read next from this position on: the rotated predecessor while it has lines left,
   * then the file itself from its beginning. Nothing when there is no (whole line in the) file.
   */
  Optional<Read> readOn(@Nullable Position from, int linesMax) throws IOException {
    Optional<String> current = fingerprint(path);
    if (from != null && !current.equals(Optional.of(from.fingerprint()))) {
      Optional<Path> rotated = rotated(from.fingerprint());
      if (rotated.isPresent()) {
        Read rest = read(rotated.get(), from, linesMax);
        if (!rest.lines().isEmpty() || rest.skipped() > 0) {
          return Optional.of(rest);
        }
      }
    }
    if (current.isEmpty()) {
      return Optional.empty();
    }
    boolean continued = from != null && current.get().equals(from.fingerprint());
    long offset =
        continued && from != null && from.offset() <= Files.size(path) ? from.offset() : 0;
    return Optional.of(read(path, new Position(current.get(), offset), linesMax));
  }

  private Optional<Path> rotated(String fingerprint) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Path name = path.getFileName();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> siblings = Files.list(folder)) {
      for (Path sibling : siblings.sorted().toList()) {
        Path file = sibling.getFileName();
        if (file != null
            && file.toString().startsWith(name + ".")
            && fingerprint(sibling).equals(Optional.of(fingerprint))) {
          return Optional.of(sibling);
        }
      }
    }
    return Optional.empty();
  }

  /** Of the first line: it holds a time and an id, so no two files share it. */
  private static Optional<String> fingerprint(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(FINGERPRINT_BYTES_MAX);
    }
    int end = 0;
    while (end < start.length && start[end] != '\n') {
      end++;
    }
    if (end == start.length && start.length < FINGERPRINT_BYTES_MAX) {
      return Optional.empty();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(start, 0, end);
      return Optional.of(HexFormat.of().formatHex(digest.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private static Read read(Path file, Position from, int linesMax) throws IOException {
    List<String> lines = new ArrayList<>();
    int skipped = 0;
    long offset = from.offset();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      in.skipNBytes(offset);
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long length = 0;
      for (int b = in.read(); b >= 0 && lines.size() < linesMax; b = in.read()) {
        length++;
        if (b != '\n') {
          if (length <= LINE_BYTES_MAX) {
            line.write(b);
          }
          continue;
        }
        if (length > LINE_BYTES_MAX) {
          skipped++;
        } else {
          lines.add(line.toString(StandardCharsets.UTF_8));
        }
        offset += length;
        length = 0;
        line.reset();
      }
    }
    return new Read(lines, new Position(from.fingerprint(), offset), skipped);
  }
}
