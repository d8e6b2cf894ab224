package org.hotline115.gateway.config;

import java.util.List;
import java.util.Set;
import org.hotline115.callflow.call.InterpreterService;

/**
 * A service that interprets by telephone, whom an agent may add to a talk.
 *
 * @param lines whose callers it may be rung for; none named: all
 */
public record InterpreterSetting(
    String code,
    @Default("") String name,
    String number,
    List<String> languages,
    @Default("") List<String> lines) {

  public InterpreterSetting {
    require(code.matches("[a-z][a-z0-9-]{0,31}"), "code must be a-z, 0-9 and '-'");
    require(number.matches("[0-9]{2,15}"), "number must be 2 to 15 digits");
    require(!languages.isEmpty(), "languages must name one language at least");
    languages.forEach(language ->
        require(language.matches("[a-z]{2,3}"), "languages must be codes such as ar or prs"));
  }

  public InterpreterService service() {
    return new InterpreterService(
        code, name.isEmpty() ? code : name, number, Set.copyOf(languages), Set.copyOf(lines));
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
