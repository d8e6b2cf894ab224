package org.hotline115.callflow.handover;

import org.hotline115.callflow.access.AgentId;

/** Who can be given a task. */
public record Colleague(AgentId agent, String displayName) {}
