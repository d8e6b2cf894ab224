package org.hotline115.callflow.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asterisk's spool of messages: {@code <line>_<call>.wav}, written by the dialplan also while the
 * gateway is dead. Names are checked before they become paths.
 */
final class MessageFolder {

  private static final Pattern NAME =
      Pattern.compile("([a-z][a-z0-9-]{0,31})_([A-Za-z0-9._-]{1,64})\\.wav");
  private static final int HEADER_BYTES = 44;
  private static final int BYTES_A_SECOND = 16_000;

  /** A file that grows is a message that is being spoken. */
  private static final Duration QUIET = Duration.ofSeconds(3);

  private final Path folder;

  MessageFolder(Path folder) {
    this.folder = folder;
  }

  /** One recording; {@code seconds} may be 0: somebody hung up at the signal. */
  record Recording(String callId, String line, Instant leftAt, int seconds) {}

  List<Recording> complete(Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Recording> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        recording(file, now).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Recording> recording(Path file, Instant now) throws IOException {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Instant written = attributes.lastModifiedTime().toInstant();
    if (!name.matches() || !attributes.isRegularFile() || written.plus(QUIET).isAfter(now)) {
      return Optional.empty();
    }
    long seconds = Math.max(0, attributes.size() - HEADER_BYTES) / BYTES_A_SECOND;
    return Optional.of(
        new Recording(
            name.group(2), name.group(1), written.minusSeconds(seconds), Math.toIntExact(seconds)));
  }

  /** The sound of a message that is known by its row. */
  Optional<byte[]> sound(Voicemail message) throws IOException {
    Path file = file(message.line(), message.callId());
    return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  void erase(String callId) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && name.group(2).equals(callId)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private Path file(String line, String callId) {
    String name = line + "_" + callId + ".wav";
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a message");
    }
    return folder.resolve(name);
  }
}
