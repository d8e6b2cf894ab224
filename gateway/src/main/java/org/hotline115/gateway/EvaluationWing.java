package org.hotline115.gateway;

import java.time.InstantSource;
import java.util.List;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.evaluation.EvaluationFeature;
import org.hotline115.gateway.web.EvaluationRoutes;
import org.hotline115.gateway.web.Routes;

/** Flash evaluations, as desks meet them. */
public record EvaluationWing(EvaluationFeature evaluations, DisplayNames names, InstantSource clock)
    implements Wing {

  static EvaluationWing of(Ground ground, AccessFeature access, ContactFeature contacts) {
    return new EvaluationWing(
        new EvaluationFeature(
            ground.database(), access.audit(), ground.clock(), contacts.readContacts()),
        access.displayNames(),
        ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(new EvaluationRoutes(evaluations.keepEvaluations(), names, clock));
  }
}
