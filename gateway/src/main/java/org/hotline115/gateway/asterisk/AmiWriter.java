package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.asteriskjava.manager.action.ManagerAction;
import org.jspecify.annotations.Nullable;

/**
 * The one door for orders to Asterisk. Fail-closed: an action with a control character in any name
 * or value is refused, because Asterisk-Java would write it as it is and a caller's name could
 * begin a header, or an action, of its own.
 */
final class AmiWriter {

  /** An action that would have meant more than it says. */
  static final class ActionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ActionRefused(String action, String field) {
      super("the action " + action + " has a control character in " + field);
    }
  }

  private final Map<Class<?>, List<Method>> getters = new ConcurrentHashMap<>();
  private final Counter refused;

  AmiWriter(MeterRegistry registry) {
    refused = registry.counter("gateway_ami_actions_refused");
  }

  /** Returns the action unchanged, or throws. */
  <T extends ManagerAction> T checked(T action) {
    for (Method getter : getters.computeIfAbsent(action.getClass(), AmiWriter::gettersOf)) {
      if (!isHarmless(value(getter, action))) {
        refused.increment();
        throw new ActionRefused(action.getClass().getSimpleName(), getter.getName());
      }
    }
    return action;
  }

  private static List<Method> gettersOf(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().startsWith("get"))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !method.getName().equals("getClass"))
        .toList();
  }

  private static @Nullable Object value(Method getter, ManagerAction action) {
    try {
      return getter.invoke(action);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("an action could not be read", e);
    }
  }

  private static boolean isHarmless(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> isHarmless(text);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .allMatch(entry -> isHarmless(entry.getKey()) && isHarmless(entry.getValue()));
      case Collection<?> many -> many.stream().allMatch(AmiWriter::isHarmless);
      case Object other -> isHarmless(other.toString());
    };
  }

  static boolean isHarmless(String text) {
    return text.chars().noneMatch(character -> character < 0x20 || character == 0x7F);
  }
}
