package org.hotline115.callflow.board;

import java.time.Instant;

/** Why figures move: the act's id, whose it is, and when. */
public record FigureCause(String id, String by, Instant at) {}
