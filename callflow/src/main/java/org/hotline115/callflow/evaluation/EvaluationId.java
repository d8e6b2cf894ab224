package org.hotline115.callflow.evaluation;

import java.util.UUID;

/** One flash evaluation, named by the client: asking twice asks once. */
public record EvaluationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
