package org.hotline115.gateway.config;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Binds a YAML file to a tree of records: component names are the keys, {@link Default} fills what
 * is not named, unknown keys are refused, and reading goes on after a problem so that all are told.
 */
final class ConfigReader {

  private final UnaryOperator<@Nullable String> environment;
  private final Problems problems = new Problems();

  /** {@code environment} answers a variable's value, or null when it is not set. */
  ConfigReader(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  <T extends Record> T read(Path file, Class<T> type) {
    Object tree = load(file);
    @Nullable Object value = tree == null ? null : record("", tree, type);
    if (value == null || !problems.none()) {
      throw problems.refusal(String.valueOf(file.getFileName()));
    }
    return type.cast(value);
  }

  private @Nullable Object load(Path file) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setAllowDuplicateKeys(false)
              .setMaxAliasesForCollections(5)
              .build();
      Object tree = new Load(settings).loadFromString(Files.readString(file));
      return tree == null ? Map.of() : tree;
    } catch (IOException e) {
      problems.add("", "cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("");
      problems.add("", "is not YAML: " + e.getProblem() + line);
    } catch (YamlEngineException e) {
      problems.add("", "is not YAML: " + firstLine(e));
    }
    return null;
  }

  private @Nullable Object record(String path, Object tree, Class<?> type) {
    if (!(tree instanceof Map<?, ?> map)) {
      problems.add(path, "must be a group of settings");
      return null;
    }
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknown(path, map, components);
    Map<String, @Nullable Object> values = new HashMap<>();
    boolean complete = true;
    for (RecordComponent component : components) {
      String at = path.isEmpty() ? component.getName() : path + "." + component.getName();
      @Nullable Object value = component(at, map, component);
      complete &= value != null;
      values.put(component.getName(), value);
    }
    return complete ? construct(path, type, components, values) : null;
  }

  private void refuseUnknown(String path, Map<?, ?> map, RecordComponent[] components) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        String at = path.isEmpty() ? String.valueOf(key) : path + "." + key;
        problems.add(at, "is not a setting; here there are " + new TreeSet<>(known));
      }
    }
  }

  private @Nullable Object component(String at, Map<?, ?> map, RecordComponent component) {
    Object given = map.get(component.getName());
    if (given == null) {
      Default otherwise = component.getAnnotation(Default.class);
      if (otherwise != null) {
        return defaulted(at, otherwise.value(), component.getGenericType());
      }
      if (component.getType().isRecord() && !ConfigValues.isScalar(component.getType())) {
        return record(at, Map.of(), component.getType());
      }
      problems.add(at, "is missing");
      return null;
    }
    return value(at, given, component.getGenericType());
  }

  private @Nullable Object defaulted(String at, String text, Type type) {
    if (type instanceof ParameterizedType && text.isEmpty()) {
      return List.of();
    }
    return scalar(at, text, (Class<?>) type);
  }

  private @Nullable Object value(String at, Object given, Type type) {
    if (type instanceof ParameterizedType list) {
      return list(at, given, list.getActualTypeArguments()[0]);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted.isRecord() && !ConfigValues.isScalar(wanted)) {
      return record(at, given, wanted);
    }
    return scalar(at, given, wanted);
  }

  private @Nullable Object list(String at, Object given, Type element) {
    if (!(given instanceof List<?> items)) {
      problems.add(at, "must be a list");
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      @Nullable Object value = value(at + "[" + i + "]", items.get(i), element);
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private @Nullable Object scalar(String at, Object given, Class<?> type) {
    try {
      return ConfigValues.read(given, type, environment);
    } catch (IllegalArgumentException e) {
      problems.add(at, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private @Nullable Object construct(
      String path,
      Class<?> type,
      RecordComponent[] components,
      Map<String, @Nullable Object> values) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components).map(c -> values.get(c.getName())).toArray());
    } catch (InvocationTargetException e) {
      problems.add(path, e.getCause() == null ? "is refused" : firstLine(e.getCause()));
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** YAML's own message goes on with an excerpt of the file, which may hold a secret. */
  private static String firstLine(Throwable refusal) {
    return String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
  }
}
