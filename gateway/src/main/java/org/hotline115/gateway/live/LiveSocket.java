package org.hotline115.gateway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;

/** One open page. Touched only on the event loop. */
final class LiveSocket {

  /** What a page that does not read may make us keep, beside the longest text it was told. */
  static final int UNSENT_BYTES_MAX = 1024 * 1024;

  static final short POLICY = 1008;
  static final short TRY_LATER = 1013;
  static final short GOING_AWAY = 1001;

  /** More frames than this in ten seconds is no page of ours. */
  private static final int FRAMES_MAX = 50;

  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final ServerWebSocket socket;
  private final Session session;
  private Instant lastHeard;
  private Instant windowBegan;
  private int framesInWindow;
  private int longest;
  private boolean closing;

  LiveSocket(ServerWebSocket socket, Session session, Instant now) {
    this.socket = socket;
    this.session = session;
    this.lastHeard = now;
    this.windowBegan = now;
    socket.setWriteQueueMaxSize(UNSENT_BYTES_MAX);
  }

  Session session() {
    return session;
  }

  /** A shelter sees the board, not the desks. */
  boolean isDesk() {
    return session.role() != Role.PLACE_MANAGER;
  }

  /** False when it was too slow and is closed now. */
  boolean send(String text) {
    if (closing) {
      return true;
    }
    if (socket.writeQueueFull()) {
      close(TRY_LATER, "too slow");
      return false;
    }
    allowFor(text);
    socket.writeTextMessage(text);
    return true;
  }

  /** A snapshot of thousands of groups alone is longer than what a slow page may leave unread. */
  private void allowFor(String text) {
    if (text.length() > longest) {
      longest = text.length();
      socket.setWriteQueueMaxSize(UNSENT_BYTES_MAX + longest);
    }
  }

  void ping() {
    if (!closing && !socket.writeQueueFull()) {
      socket.writePing(Buffer.buffer("hotline"));
    }
  }

  /** True while the number of frames is that of a page. */
  boolean heardFrame(Instant now) {
    lastHeard = now;
    if (windowBegan.plus(WINDOW).isBefore(now)) {
      windowBegan = now;
      framesInWindow = 0;
    }
    framesInWindow++;
    return framesInWindow <= FRAMES_MAX;
  }

  void heardPong(Instant now) {
    lastHeard = now;
  }

  boolean silentSince(Instant horizon) {
    return lastHeard.isBefore(horizon);
  }

  void close(short code, String reason) {
    if (!closing) {
      closing = true;
      socket.close(code, reason);
    }
  }
}
