package org.hotline115.callflow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The statements of one store, from the file that lies beside its class. Each begins with a line
 * {@code -- name: find_call}; names stand in alphabetical order, parameters are {@code :named}.
 */
public final class SqlFile {

  private static final String NAME = "-- name:";
  private static final Pattern BLOCKS = Pattern.compile("(?m)^(?=" + NAME + ")");

  private final String file;
  private final Map<String, String> statements;

  private SqlFile(String file, Map<String, String> statements) {
    this.file = file;
    this.statements = statements;
  }

  /** Reads {@code file} from the folder of {@code owner}. A missing or unordered file is a bug. */
  public static SqlFile beside(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside " + owner.getName());
      }
      return new SqlFile(file, parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> parse(String file, String text) {
    Map<String, String> statements = new LinkedHashMap<>();
    String last = "";
    for (String block : BLOCKS.split(text, -1)) {
      if (!block.startsWith(NAME)) {
        continue;
      }
      int end = block.indexOf('\n');
      String name = block.substring(NAME.length(), end).strip();
      if (name.compareTo(last) <= 0) {
        throw new IllegalStateException(file + ": " + name + " stands after " + last);
      }
      last = name;
      statements.put(name, block.substring(end + 1).strip());
    }
    return statements;
  }

  public String statement(String name) {
    String statement = statements.get(name);
    if (statement == null) {
      throw new IllegalStateException(file + " has no statement " + name);
    }
    return statement;
  }

  Map<String, String> all() {
    return Map.copyOf(statements);
  }
}
