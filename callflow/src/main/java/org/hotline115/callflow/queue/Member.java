package org.hotline115.callflow.queue;

import org.hotline115.callflow.access.AgentId;

/** An agent as Asterisk's queue knows him. {@code pauseReason} is empty when he is not paused. */
public record Member(AgentId agent, PhoneId phone, boolean paused, String pauseReason) {}
