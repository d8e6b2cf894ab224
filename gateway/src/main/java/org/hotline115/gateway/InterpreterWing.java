package org.hotline115.gateway;

import java.util.List;
import org.hotline115.callflow.call.AddInterpreter;
import org.hotline115.gateway.web.InterpreterRoutes;
import org.hotline115.gateway.web.Routes;

/**
 * Interpreters before agents.
 *
 * @param lines the codes of all lines
 */
public record InterpreterWing(AddInterpreter interpreters, List<String> lines) implements Wing {

  @Override
  public List<Routes> routes() {
    return List.of(new InterpreterRoutes(interpreters, lines));
  }
}
