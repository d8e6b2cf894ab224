package org.hotline115.callflow.shelter;

import java.time.Instant;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * One group whose figure is old, or who was asked tonight and has not answered.
 *
 * @param phone where a person of ours reaches the shelter
 * @param free the last figure, as the shelter counts
 * @param staleSince null when it never said one
 * @param askedBy how it was asked last tonight; null when nobody asked
 * @param textStatus what became of the text that asked; null when none did
 * @param timesAsked tonight
 */
public record StaleGroup(
    PlaceGroupId placeGroupId,
    String siteId,
    String siteName,
    String name,
    String phone,
    int open,
    int free,
    @Nullable Instant toldAt,
    String toldBy,
    @Nullable UpdateSource source,
    @Nullable Instant staleSince,
    AskBy askBy,
    @Nullable Instant smsStoppedAt,
    @Nullable AskBy askedBy,
    @Nullable Instant askedAt,
    @Nullable String textStatus,
    int timesAsked) {}
