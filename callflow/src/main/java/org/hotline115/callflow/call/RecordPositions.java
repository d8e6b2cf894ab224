package org.hotline115.callflow.call;

import java.util.Optional;

/** How far each of Asterisk's own records has been read. */
public interface RecordPositions {

  /**
   * A place in a file that may be renamed under us.
   *
   * @param fingerprint of the file's first bytes: tells a continued file from a new one
   */
  record Position(String fingerprint, long offset) {}

  Optional<Position> of(String source);

  void remember(String source, Position position);
}
