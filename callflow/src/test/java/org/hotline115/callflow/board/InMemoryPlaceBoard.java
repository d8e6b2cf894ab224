package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/** The same board without a server. */
final class InMemoryPlaceBoard implements PlaceBoard {

  private final HoldTimes times;
  private final InstantSource clock;
  private final Map<PlaceGroupId, CapacityState> states = new HashMap<>();
  private final Map<HoldId, Hold> holds = new HashMap<>();
  private final Map<HoldId, Instant> pinnedUntil = new HashMap<>();
  private boolean built;
  private long version;

  InMemoryPlaceBoard(HoldTimes times, InstantSource clock) {
    this.times = times;
    this.clock = clock;
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  @Override
  public synchronized HoldResult hold(HoldRequest request) {
    if (!built) {
      return new HoldResult.BoardDown();
    }
    Hold known = holds.get(request.holdId());
    if (known != null) {
      if (!known.placeGroupId().equals(request.placeGroupId())
          || !known.agent().equals(request.agent())
          || known.places() != request.places()
          || !known.contactId().equals(request.contactId())) {
        return new HoldResult.OtherHold();
      }
      Hold current = expireIfDue(known);
      return current.status() == HoldStatus.ACTIVE
          ? new HoldResult.Held(current, states.get(current.placeGroupId()))
          : new HoldResult.Ended(current);
    }
    CapacityState state = states.get(request.placeGroupId());
    if (state == null || !state.nightOf().equals(request.nightOf()) || state.open() <= 0) {
      return new HoldResult.Closed();
    }
    if (state.available() < request.places()) {
      return new HoldResult.AlreadyTaken(state.available());
    }
    Instant now = now();
    Hold hold =
        new Hold(
            request.holdId(),
            request.placeGroupId(),
            request.nightOf(),
            request.places(),
            request.agent(),
            request.callId(),
            request.contactId(),
            HoldStatus.ACTIVE,
            now,
            now.plus(times.first()),
            null);
    holds.put(hold.holdId(), hold);
    return new HoldResult.Held(hold, held(hold.placeGroupId(), hold.places()));
  }

  private CapacityState held(PlaceGroupId group, int delta) {
    CapacityState state = states.get(group);
    CapacityState changed = with(state, state.held() + delta);
    states.put(group, changed);
    return changed;
  }

  private CapacityState with(CapacityState state, int held) {
    return new CapacityState(
        state.placeGroupId(),
        state.nightOf(),
        state.open(),
        state.occupied(),
        state.promised(),
        held,
        state.toldAt(),
        state.toldBy(),
        state.source(),
        state.record(),
        ++version);
  }

  private Hold expireIfDue(Hold hold) {
    boolean due = hold.status() == HoldStatus.ACTIVE && !hold.expiresAt().isAfter(now());
    return due ? finish(hold, HoldStatus.EXPIRED) : hold;
  }

  private Hold finish(Hold hold, HoldStatus status) {
    Hold ended = with(hold, status, hold.expiresAt(), hold.offeredAt());
    held(hold.placeGroupId(), -hold.places());
    return ended;
  }

  private Hold with(Hold hold, HoldStatus status, Instant expiresAt, @Nullable Instant offeredAt) {
    Hold changed =
        new Hold(
            hold.holdId(),
            hold.placeGroupId(),
            hold.nightOf(),
            hold.places(),
            hold.agent(),
            hold.callId(),
            hold.contactId(),
            status,
            hold.createdAt(),
            expiresAt,
            offeredAt);
    holds.put(hold.holdId(), changed);
    return changed;
  }

  private HoldAnswer move(HoldId id, @Nullable AgentId agent, Function<Hold, HoldAnswer> move) {
    if (!built) {
      return new HoldAnswer.BoardDown();
    }
    Hold known = holds.get(id);
    if (known == null) {
      return new HoldAnswer.NoSuchHold();
    }
    boolean wasActive = known.status() == HoldStatus.ACTIVE;
    Hold hold = expireIfDue(known);
    if (wasActive && hold.status() != HoldStatus.ACTIVE) {
      return new HoldAnswer.Ended(hold);
    }
    if (agent != null && !agent.equals(hold.agent())) {
      return new HoldAnswer.NotYours(hold);
    }
    return hold.status() == HoldStatus.ACTIVE ? move.apply(hold) : new HoldAnswer.Ended(hold);
  }

  @Override
  public synchronized HoldAnswer extend(HoldId holdId, AgentId agent) {
    return move(
        holdId,
        agent,
        hold -> {
          Instant wished = now().plus(times.extension());
          Instant most = hold.createdAt().plus(times.most());
          Instant next = wished.isBefore(most) ? wished : most;
          return new HoldAnswer.StillHeld(
              next.isAfter(hold.expiresAt())
                  ? with(hold, HoldStatus.ACTIVE, next, hold.offeredAt())
                  : hold);
        });
  }

  @Override
  public synchronized HoldAnswer offer(HoldId holdId, AgentId agent) {
    return move(
        holdId,
        agent,
        hold ->
            new HoldAnswer.StillHeld(
                hold.offeredAt() == null
                    ? with(hold, HoldStatus.ACTIVE, hold.expiresAt(), now())
                    : hold));
  }

  @Override
  public synchronized HoldAnswer pin(HoldId holdId, AgentId agent) {
    return move(
        holdId,
        agent,
        hold -> {
          Instant until = now().plusSeconds(60);
          pinnedUntil.put(holdId, until);
          Instant expires = until.isAfter(hold.expiresAt()) ? until : hold.expiresAt();
          return new HoldAnswer.StillHeld(with(hold, HoldStatus.ACTIVE, expires, hold.offeredAt()));
        });
  }

  @Override
  public synchronized HoldAnswer release(HoldId holdId, @Nullable AgentId agent) {
    return move(holdId, agent, hold -> new HoldAnswer.Ended(finish(hold, HoldStatus.RELEASED)));
  }

  @Override
  public synchronized HoldAnswer convert(HoldId holdId, CapacityState recorded) {
    if (!built) {
      return new HoldAnswer.BoardDown();
    }
    take(recorded);
    Hold hold = holds.get(holdId);
    if (hold == null) {
      return new HoldAnswer.NoSuchHold();
    }
    return new HoldAnswer.Ended(
        hold.status() == HoldStatus.ACTIVE ? finish(hold, HoldStatus.CONVERTED) : hold);
  }

  private boolean take(CapacityState recorded) {
    CapacityState known = states.get(recorded.placeGroupId());
    if (known != null
        && known.nightOf().equals(recorded.nightOf())
        && known.record() >= recorded.record()) {
      return false;
    }
    states.put(recorded.placeGroupId(), with(recorded, known == null ? 0 : known.held()));
    return true;
  }

  @Override
  public synchronized Optional<List<Hold>> expire(int batchMax) {
    if (!built) {
      return Optional.empty();
    }
    List<Hold> expired = new ArrayList<>();
    for (Hold hold : List.copyOf(holds.values())) {
      if (hold.status() == HoldStatus.ACTIVE && expired.size() < batchMax) {
        Hold current = expireIfDue(hold);
        if (current.status() != HoldStatus.ACTIVE) {
          expired.add(current);
        }
      }
    }
    return Optional.of(expired);
  }

  @Override
  public synchronized CapacityAnswer show(CapacityState recorded) {
    return figures(recorded, false);
  }

  @Override
  public synchronized CapacityAnswer tell(CapacityState recorded) {
    return figures(recorded, true);
  }

  private CapacityAnswer figures(CapacityState recorded, boolean takesBack) {
    if (!built) {
      return new CapacityAnswer.BoardDown();
    }
    if (!take(recorded)) {
      return new CapacityAnswer.AlreadyKnown();
    }
    List<Hold> ofGroup =
        holds.values().stream()
            .filter(hold -> hold.status() == HoldStatus.ACTIVE)
            .filter(hold -> hold.placeGroupId().equals(recorded.placeGroupId()))
            .sorted(Comparator.comparing(Hold::createdAt).reversed())
            .toList();
    int pinned = ofGroup.stream().filter(this::isPinned).mapToInt(Hold::places).sum();
    for (Hold hold : ofGroup) {
      CapacityState state = states.get(recorded.placeGroupId());
      if (!hold.nightOf().equals(recorded.nightOf())) {
        finish(hold, HoldStatus.EXPIRED);
      } else if (takesBack
          && !isPinned(hold)
          && state.occupied() + state.held() - pinned > state.open()) {
        finish(hold, HoldStatus.RELEASED);
      }
    }
    return new CapacityAnswer.Taken(states.get(recorded.placeGroupId()));
  }

  private boolean isPinned(Hold hold) {
    return pinnedUntil.getOrDefault(hold.holdId(), Instant.EPOCH).isAfter(now());
  }

  @Override
  public synchronized Optional<BoardPicture> picture() {
    if (!built) {
      return Optional.empty();
    }
    return Optional.of(
        new BoardPicture(
            version,
            now(),
            List.copyOf(states.values()),
            holds.values().stream().filter(h -> h.status() == HoldStatus.ACTIVE).toList()));
  }

  @Override
  public synchronized boolean rebuild(Supplier<BoardPicture> asked) {
    built = false;
    BoardPicture remembered = asked.get();
    states.clear();
    holds.clear();
    remembered.states().forEach(state -> states.put(state.placeGroupId(), state));
    remembered.holds().forEach(hold -> holds.put(hold.holdId(), hold));
    version = remembered.version();
    built = true;
    return true;
  }
}
