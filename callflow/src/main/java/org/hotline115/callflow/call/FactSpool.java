package org.hotline115.callflow.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Facts that PostgreSQL has not taken yet, in order: in memory and in a file, so that they survive
 * the gateway. Bounded; what does not fit is counted and comes back from Asterisk's own records.
 */
public final class FactSpool implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FactSpool.class);

  private final FileChannel file;
  private final int lengthMax;
  private final Deque<CallFact> facts = new ArrayDeque<>();
  private long lost;
  private boolean fileFails;

  /** Opens the file, made when missing, with what an earlier gateway could not deliver. */
  public FactSpool(Path path, int lengthMax) {
    this.lengthMax = lengthMax;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      if (Files.exists(path)) {
        String kept = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        kept.lines().flatMap(line -> FactLine.read(line).stream()).forEach(facts::add);
      }
      file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the spool of call facts cannot be opened", e);
    }
  }

  /** False when the spool is full: the fact is lost here, and counted. */
  synchronized boolean add(CallFact fact) {
    if (facts.size() >= lengthMax) {
      lost++;
      return false;
    }
    facts.addLast(fact);
    try {
      byte[] line = (FactLine.write(fact) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(false);
      fileFails = false;
    } catch (IOException e) {
      if (!fileFails) {
        log.atError().setCause(e).log("the spool file takes no facts, they are in memory only");
      }
      fileFails = true;
    }
    return true;
  }

  synchronized List<CallFact> oldest(int count) {
    return facts.stream().limit(count).toList();
  }

  /** The oldest ones are recorded. The file shrinks when all are: a replay may be repeated. */
  synchronized void delivered(int count) {
    for (int i = 0; i < count; i++) {
      facts.removeFirst();
    }
    if (facts.isEmpty()) {
      try {
        file.truncate(0);
      } catch (IOException e) {
        log.atWarn().setCause(e).log("the spool file could not be emptied");
      }
    }
  }

  public synchronized int size() {
    return facts.size();
  }

  synchronized long lost() {
    return lost;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      log.atWarn().setCause(e).log("the spool file could not be closed");
    }
  }
}
