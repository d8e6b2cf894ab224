package org.hotline115.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard's files, read from the class path once at the start: served from memory, compressed
 * beforehand, asked again by ETag. An address without an ending finds its page: {@code /appel} is
 * {@code appel.html}.
 */
final class StaticFiles {

  private static final String FOLDER = "dashboard";

  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wav", "audio/wav"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private record Served(
      Buffer plain, @Nullable Buffer gzip, String type, String tag, @Nullable String policy) {}

  private final Map<String, Served> byPath = new HashMap<>();
  private final SecurityHeaders headers;

  StaticFiles(SecurityHeaders headers) {
    this.headers = headers;
    try {
      for (URL root : Collections.list(StaticFiles.class.getClassLoader().getResources(FOLDER))) {
        readAll(root.toURI());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException bug) {
      throw new IllegalStateException(bug);
    }
  }

  private void readAll(URI root) throws IOException {
    if (root.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
        readAll(jar.getPath(FOLDER));
      }
    } else {
      readAll(Path.of(root));
    }
  }

  private void readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = "/" + folder.relativize(file).toString().replace('\\', '/');
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = TYPES.get(ending);
        if (type != null) { // what has no type here is not for browsers
          byPath.put(path, served(Files.readAllBytes(file), type));
        }
      }
    }
  }

  private Served served(byte[] content, String type) {
    byte[] packed =
        type.startsWith("image/png") || type.startsWith("font") ? content : gzip(content);
    String policy = type.startsWith("text/html") ? headers.policy(inlineHashes(content)) : null;
    return new Served(
        Buffer.buffer(content),
        packed.length < content.length * 9 / 10 ? Buffer.buffer(packed) : null,
        type,
        "\"" + sha256(content).substring(0, 22) + "\"",
        policy);
  }

  private static Set<String> inlineHashes(byte[] html) {
    Set<String> hashes = new HashSet<>();
    Matcher scripts = INLINE_SCRIPT.matcher(new String(html, StandardCharsets.UTF_8));
    while (scripts.find()) {
      hashes.add(sha256(scripts.group(1).getBytes(StandardCharsets.UTF_8)));
    }
    return hashes;
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static String sha256(byte[] content) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  /** Answers with the file, or passes on when there is none. */
  void handle(RoutingContext context) {
    HttpMethod method = context.request().method();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    Served file = reads ? find(context.normalizedPath()) : null;
    if (file == null) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    response.putHeader("ETag", file.tag()).putHeader("Vary", "Accept-Encoding");
    response.putHeader("Cache-Control", "no-cache"); // keep it, but ask with the ETag
    response.putHeader("Content-Type", file.type());
    if (file.policy() != null) {
      response.putHeader("Content-Security-Policy", file.policy());
    }
    if (file.tag().equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    String accepted = context.request().getHeader("Accept-Encoding");
    Buffer body = file.plain();
    if (file.gzip() != null && accepted != null && accepted.contains("gzip")) {
      response.putHeader("Content-Encoding", "gzip");
      body = file.gzip();
    }
    if (method.equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", Integer.toString(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private @Nullable Served find(String path) {
    String asked = path.endsWith("/") ? path + "index.html" : path;
    Served exact = byPath.get(asked);
    return exact != null ? exact : byPath.get(asked + ".html");
  }

  int count() {
    return byPath.size();
  }
}
