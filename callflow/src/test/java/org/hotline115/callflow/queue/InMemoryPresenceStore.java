package org.hotline115.callflow.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

public final class InMemoryPresenceStore implements PresenceStore {

  private final Map<AgentId, AgentPresence> rows = new LinkedHashMap<>();
  boolean away;

  @Override
  public void save(AgentPresence presence) {
    if (away) {
      throw new RecordsAway("the test took it away", null);
    }
    rows.put(presence.agent(), presence);
  }

  @Override
  public List<AgentPresence> all() {
    return List.copyOf(rows.values());
  }
}
