package org.hotline115.gateway;

import java.util.List;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.queue.AskColleague;
import org.hotline115.gateway.web.ColleagueRoutes;
import org.hotline115.gateway.web.Routes;

/** Colleagues whom an agent asks into a talk, before agents. */
public record ColleagueWing(AskColleague colleagues, DisplayNames names) implements Wing {

  @Override
  public List<Routes> routes() {
    return List.of(new ColleagueRoutes(colleagues, names));
  }
}
