package org.hotline115.callflow.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The appointment that a text is about, or the offer of one, and when the text is due.
 *
 * @param quietZone by whose clock the hour must be allowed; null: at any hour, for it is waited for
 */
public record Occasion(UUID appointmentId, Instant dueAt, @Nullable ZoneId quietZone) {}
