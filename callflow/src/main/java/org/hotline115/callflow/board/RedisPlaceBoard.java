package org.hotline115.callflow.board;

import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.RedisScript;
import org.hotline115.callflow.store.RedisServer;
import org.jspecify.annotations.Nullable;

/**
 * The board of one département in Redis, one script per verb, one round trip each. The hash tag
 * keeps all keys of a département in one slot.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th></tr>
 * <tr><td>board:{34}:built</td><td>string</td><td>missing: emptied or being rebuilt, nobody may hold</td></tr>
 * <tr><td>board:{34}:version</td><td>counter</td><td>number of the last change</td></tr>
 * <tr><td>board:{34}:changes</td><td>stream and channel</td><td>id {@code version-1}, one {@link BoardLine}</td></tr>
 * <tr><td>board:{34}:expiry</td><td>sorted set</td><td>active holds by the millisecond they expire</td></tr>
 * <tr><td>board:{34}:groups</td><td>set</td><td>place groups on the board</td></tr>
 * <tr><td>board:{34}:pulse</td><td>string</td><td>written twice a second, see {@link RedisBoardChanges}</td></tr>
 * <tr><td>board:{34}:rebuilding</td><td>string</td><td>who writes the board anew, for 30 s at most</td></tr>
 * <tr><td>board:{34}:group:ID</td><td>hash</td><td>{@link BoardLine#GROUP}</td></tr>
 * <tr><td>board:{34}:hold:ID</td><td>hash</td><td>{@link BoardLine#HOLD}; a day after its end it is gone</td></tr>
 * </table>
 */
public final class RedisPlaceBoard implements PlaceBoard {

  private static final RedisScript HOLD = verb("hold_place.lua");
  private static final RedisScript EXTEND = verb("extend_hold.lua");
  private static final RedisScript OFFER = verb("offer_hold.lua");
  private static final RedisScript PIN = verb("pin_hold.lua");
  private static final RedisScript RELEASE = verb("release_hold.lua");
  private static final RedisScript CONVERT = verb("convert_hold.lua");
  private static final RedisScript EXPIRE = verb("expire_holds.lua");
  private static final RedisScript CAPACITY = verb("take_capacity.lua");

  /** How long a hold cannot expire while PostgreSQL is asked. */
  private static final String PIN_MS = "60000";

  private final RedisServer redis;
  private final BoardKeys keys;
  private final HoldTimes times;
  private final RedisBoardCopy copy;
  private volatile Consumer<BoardChange> learner = change -> {};

  public RedisPlaceBoard(RedisServer redis, Departement departement, HoldTimes times) {
    this.redis = redis;
    this.keys = new BoardKeys(departement);
    this.times = times;
    this.copy = new RedisBoardCopy(redis, keys);
  }

  static RedisScript verb(String file) {
    return RedisScript.beside(RedisPlaceBoard.class, "board_change.lua", file);
  }

  /** What redis-benchmark runs beside us. */
  public static RedisScript holdScript() {
    return HOLD;
  }

  /** Hears every answer at once, before the change comes back as a message. */
  void teach(Consumer<BoardChange> newLearner) {
    this.learner = newLearner;
  }

  @Override
  public HoldResult hold(HoldRequest request) {
    List<Object> answer =
        run(
            HOLD,
            request.placeGroupId().value(),
            request.holdId().toString(),
            request.nightOf().toString(),
            Integer.toString(request.places()),
            request.agent().value(),
            request.callId() == null ? "" : request.callId().linkedid(),
            request.contactId().toString(),
            Long.toString(times.first().toMillis()));
    return switch (word(answer)) {
      case "Held" -> {
        BoardChange change = change(answer);
        yield new HoldResult.Held(holdOf(change), change.state());
      }
      case "AlreadyTaken" -> new HoldResult.AlreadyTaken(Integer.parseInt(text(answer, 1)));
      case "Closed" -> new HoldResult.Closed();
      case "Ended" -> new HoldResult.Ended(holdOf(change(answer)));
      case "OtherHold" -> new HoldResult.OtherHold();
      case "BoardDown" -> new HoldResult.BoardDown();
      case String other -> throw unknownWord(other);
    };
  }

  @Override
  public HoldAnswer extend(HoldId holdId, AgentId agent) {
    return answer(
        run(
            EXTEND,
            holdId.toString(),
            agent.value(),
            Long.toString(times.extension().toMillis()),
            Long.toString(times.most().toMillis())));
  }

  @Override
  public HoldAnswer offer(HoldId holdId, AgentId agent) {
    return answer(run(OFFER, holdId.toString(), agent.value()));
  }

  @Override
  public HoldAnswer pin(HoldId holdId, AgentId agent) {
    return answer(run(PIN, holdId.toString(), agent.value(), PIN_MS));
  }

  @Override
  public HoldAnswer release(HoldId holdId, @Nullable AgentId agent) {
    return answer(run(RELEASE, holdId.toString(), agent == null ? "" : agent.value()));
  }

  @Override
  public HoldAnswer convert(HoldId holdId, CapacityState recorded) {
    List<String> arguments = new ArrayList<>();
    arguments.add(holdId.toString());
    arguments.add(recorded.placeGroupId().value());
    arguments.addAll(BoardLine.figures(recorded));
    return answer(run(CONVERT, arguments.toArray(String[]::new)));
  }

  @Override
  public Optional<List<Hold>> expire(int batchMax) {
    List<Object> answer = run(EXPIRE, Integer.toString(batchMax));
    return switch (word(answer)) {
      case "Expired" ->
          Optional.of(
              answer.stream()
                  .skip(1)
                  .map(line -> BoardLine.parse((String) line))
                  .peek(learner)
                  .map(RedisPlaceBoard::holdOf)
                  .toList());
      case "BoardDown" -> Optional.empty();
      case String other -> throw unknownWord(other);
    };
  }

  @Override
  public CapacityAnswer show(CapacityState recorded) {
    return capacity("show", recorded);
  }

  @Override
  public CapacityAnswer tell(CapacityState recorded) {
    return capacity("tell", recorded);
  }

  private CapacityAnswer capacity(String how, CapacityState recorded) {
    List<String> arguments = new ArrayList<>();
    arguments.add(recorded.placeGroupId().value());
    arguments.add(how);
    arguments.addAll(BoardLine.figures(recorded));
    List<Object> answer = run(CAPACITY, arguments.toArray(String[]::new));
    return switch (word(answer)) {
      case "Taken" -> new CapacityAnswer.Taken(change(answer).state());
      case "AlreadyKnown" -> new CapacityAnswer.AlreadyKnown();
      case "BoardDown" -> new CapacityAnswer.BoardDown();
      case String other -> throw unknownWord(other);
    };
  }

  @Override
  public Optional<BoardPicture> picture() {
    try {
      return copy.read();
    } catch (RedisException away) {
      return Optional.empty();
    }
  }

  @Override
  public boolean rebuild(Supplier<BoardPicture> remembered) {
    try {
      return copy.write(remembered);
    } catch (RedisException away) {
      return false;
    }
  }

  private HoldAnswer answer(List<Object> answer) {
    return switch (word(answer)) {
      case "StillHeld" -> new HoldAnswer.StillHeld(holdOf(change(answer)));
      case "Ended" -> new HoldAnswer.Ended(holdOf(change(answer)));
      case "NotYours" -> new HoldAnswer.NotYours(holdOf(change(answer)));
      case "NoSuchHold" -> new HoldAnswer.NoSuchHold();
      case "BoardDown" -> new HoldAnswer.BoardDown();
      case String other -> throw unknownWord(other);
    };
  }

  /** A Redis that is away, full or read-only cannot keep a promise: the board is down. */
  private List<Object> run(RedisScript script, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = keys.prefix();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    try {
      return script.run(redis.connection(), keys.fixed(), all);
    } catch (RedisException away) {
      return Arrays.asList("BoardDown");
    }
  }

  private BoardChange change(List<Object> answer) {
    BoardChange change = BoardLine.parse(text(answer, 1));
    learner.accept(change);
    return change;
  }

  private static Hold holdOf(BoardChange change) {
    return change.hold().orElseThrow();
  }

  private static String word(List<Object> answer) {
    return text(answer, 0);
  }

  private static String text(List<Object> answer, int at) {
    return (String) answer.get(at);
  }

  private static IllegalStateException unknownWord(String word) {
    return new IllegalStateException("a script of the board said " + word);
  }
}
