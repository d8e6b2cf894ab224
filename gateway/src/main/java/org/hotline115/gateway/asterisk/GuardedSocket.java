package org.hotline115.gateway.asterisk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * A FastAGI connection that a hostile or broken peer cannot make long, large or endless: the
 * request must be whole within seconds and small, each later line small and soon enough.
 */
final class GuardedSocket implements SocketConnectionFacade {

  /** Asterisk sends some 25 lines at once. */
  static final Duration REQUEST_WITHIN = Duration.ofSeconds(3);

  static final int REQUEST_LINES_MAX = 200;
  static final int LINE_BYTES_MAX = 16 * 1024;

  /** Longer than the longest prompt. */
  private static final Duration REPLY_WITHIN = Duration.ofSeconds(90);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final long requestDeadline = System.nanoTime() + REQUEST_WITHIN.toNanos();
  private boolean requestRead;
  private int requestLines;

  GuardedSocket(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  @Override
  @SuppressWarnings("NullAway") // Asterisk-Java's way to say that the stream ended
  public String readLine() throws IOException {
    String line = requestRead ? line(REPLY_WITHIN.toNanos() + System.nanoTime()) : requestLine();
    if (line != null && line.isEmpty()) {
      requestRead = true;
    }
    return line;
  }

  private @Nullable String requestLine() throws IOException {
    if (++requestLines > REQUEST_LINES_MAX) {
      throw new IOException("a FastAGI request has too many lines");
    }
    return line(requestDeadline);
  }

  private @Nullable String line(long deadline) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IOException("a FastAGI line did not come in time");
      }
      socket.setSoTimeout(Math.toIntExact(left));
      int next = in.read();
      if (next < 0) {
        return line.size() == 0 ? null : text(line);
      }
      if (next == '\n') {
        return text(line);
      }
      if (line.size() >= LINE_BYTES_MAX) {
        throw new IOException("a FastAGI line is too long");
      }
      line.write(next);
    }
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected() && !socket.isClosed();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
