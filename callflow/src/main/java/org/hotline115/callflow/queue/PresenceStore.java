package org.hotline115.callflow.queue;

import java.util.List;

/** What agents last did and on which phone, so that a restart of the gateway changes nothing. */
public interface PresenceStore {

  void save(AgentPresence presence);

  List<AgentPresence> all();
}
