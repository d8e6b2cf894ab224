package org.hotline115.callflow.board;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * Places of one group kept for one household while the agent talks with it.
 *
 * <pre>
 *            extend, offer, pin
 *               +-----+
 *               v     |
 *   hold ----> ACTIVE +---- convert ----> CONVERTED   (PostgreSQL has the placement)
 *                |----- release -----> RELEASED    (refused, given back, the call ended,
 *                |                                     the shelter took it back)
 *                +----- expire ------> EXPIRED     (its time ran out on Redis's clock)
 * </pre>
 *
 * <p>The moves are made by the scripts of {@link RedisPlaceBoard} alone.
 */
public record Hold(
    HoldId holdId,
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    int places,
    AgentId agent,
    @Nullable CallId callId,
    ContactId contactId,
    HoldStatus status,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant offeredAt) {}
