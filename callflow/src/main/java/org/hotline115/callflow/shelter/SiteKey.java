package org.hotline115.callflow.shelter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of a shelter's software, without the key itself. */
public record SiteKey(
    UUID keyId,
    String siteId,
    String name,
    Instant madeAt,
    String madeBy,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {}
