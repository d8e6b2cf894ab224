package org.hotline115.gateway.sms;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Twilio's Messages resource on a socket of this machine, as its documents describe it, with every
 * way to misbehave that a wire has. Counts what was posted and lists what it accepted.
 */
final class StubProvider implements AutoCloseable {

  /** How the next posts are answered. */
  enum Mood {
    ACCEPTS,
    INVALID_NUMBER,
    OPTED_OUT,
    WRONG_CREDENTIALS,
    WRONG_CREDENTIALS_AS_A_PAGE,
    TOO_MANY,
    BROKEN,
    OVERLOADED,
    MOVED,
    SILENT_BEFORE,
    SILENT_AFTER,
    SLOW_BODY,
    RESETS_BEFORE,
    RESETS_AFTER,
    SAYS_NONSENSE
  }

  record Post(String path, String authorization, Map<String, String> form) {}

  private record Kept(String sid, String to, String body, Instant at) {}

  final List<Post> posts = new CopyOnWriteArrayList<>();
  final AtomicInteger lists = new AtomicInteger();
  private final List<Kept> kept = new CopyOnWriteArrayList<>();
  private final AtomicInteger sids = new AtomicInteger();
  private final ServerSocket server;
  private final Supplier<Instant> clock;
  volatile Mood mood = Mood.ACCEPTS;

  StubProvider(Supplier<Instant> clock) {
    this.clock = clock;
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  int accepted() {
    return kept.size();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> answerAll(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answerAll(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
        if (head.startsWith("POST ")) {
          posts.add(new Post(head.split(" ", 3)[1], header(head, "Authorization"), form(body)));
          answer(socket, out, form(body));
        } else {
          lists.incrementAndGet();
          write(out, 200, "application/json", listing(head));
        }
      }
    } catch (IOException gone) {
      return;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Socket socket, OutputStream out, Map<String, String> form)
      throws IOException, InterruptedException {
    switch (mood) {
      case ACCEPTS -> write(out, 201, "application/json", json(keep(form)));
      case INVALID_NUMBER ->
          error(out, 400, 21211, "The 'To' number +336 is not a valid phone number.");
      case OPTED_OUT -> error(out, 400, 21610, "Attempt to send to unsubscribed recipient");
      case WRONG_CREDENTIALS -> error(out, 401, 20003, "Authenticate");
      case WRONG_CREDENTIALS_AS_A_PAGE -> write(out, 401, "text/html", "<h1>401</h1>");
      case TOO_MANY -> error(out, 429, 20429, "Too Many Requests");
      case BROKEN -> error(out, 500, 20500, "Internal Server Error");
      case OVERLOADED -> write(out, 503, "text/html", "<h1>Service Unavailable</h1>");
      case MOVED -> write(out, 307, "text/html", "");
      case SILENT_BEFORE -> Thread.sleep(60_000);
      case SILENT_AFTER -> {
        keep(form);
        Thread.sleep(60_000);
      }
      case SLOW_BODY -> trickle(out, json(keep(form)));
      case RESETS_BEFORE -> reset(socket);
      case RESETS_AFTER -> {
        keep(form);
        reset(socket);
      }
      case SAYS_NONSENSE -> {
        keep(form);
        write(out, 201, "text/html", "<h1>Created</h1>");
      }
    }
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  private Kept keep(Map<String, String> form) {
    Kept message =
        new Kept(
            "SM" + "%032x".formatted(sids.incrementAndGet()),
            form.get("To"),
            form.get("Body"),
            clock.get());
    kept.addFirst(message);
    return message;
  }

  private static String json(Kept message) {
    return """
    {"sid":"%s","account_sid":"AC0","to":"%s","body":"%s","status":"queued","num_segments":"1",
     "error_code":null,"direction":"outbound-api","date_created":"%s","date_sent":null}\
    """
        .formatted(
            message.sid(),
            message.to(),
            message.body(),
            DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atOffset(ZoneOffset.UTC)));
  }

  private String listing(String head) {
    String query = head.split(" ", 3)[1].replaceFirst("[^?]*\\??", "");
    String to = form(query).get("To");
    return "{\"page\":0,\"page_size\":50,\"next_page_uri\":null,\"messages\":["
        + kept.stream()
            .filter(message -> message.to().equals(to))
            .map(StubProvider::json)
            .collect(Collectors.joining(","))
        + "]}";
  }

  private static void error(OutputStream out, int status, int code, String message)
      throws IOException {
    write(
        out,
        status,
        "application/json",
        """
        {"code":%d,"message":"%s","more_info":"https://www.twilio.com/docs/errors/%d","status":%d}\
        """
            .formatted(code, message, code, status));
  }

  private static void write(OutputStream out, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(headOf(status, type, bytes.length));
    out.write(bytes);
    out.flush();
  }

  private static void trickle(OutputStream out, String body)
      throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.write(headOf(201, "application/json", bytes.length));
    for (byte one : bytes) {
      out.write(one);
      out.flush();
      Thread.sleep(200);
    }
  }

  private static byte[] headOf(int status, String type, int length) {
    return """
    HTTP/1.1 %d -\r
    Content-Type: %s\r
    Location: http://127.0.0.1:1/\r
    Content-Length: %d\r
    \r
    """
        .formatted(status, type, length)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int one = in.read(); one >= 0; one = in.read()) {
      head.write(one);
      if (head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
        return head.toString(StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  private static int length(String head) {
    String length = header(head, "Content-Length");
    return length.isEmpty() ? 0 : Integer.parseInt(length);
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> form = new TreeMap<>();
    for (String field : encoded.split("&")) {
      String[] parts = field.split("=", 2);
      if (parts.length == 2) {
        form.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
