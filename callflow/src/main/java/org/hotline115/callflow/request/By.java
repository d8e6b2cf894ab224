package org.hotline115.callflow.request;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;

/** Who did something, and when. */
record By(AgentId agent, Instant at) {}
