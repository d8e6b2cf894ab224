package org.hotline115.callflow.shelter;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceRows;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.Secret;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;

/**
 * Two shelters on real servers at a quarter to seven in the evening: Lilas with two groups, Orb
 * with one. Nothing was told yet. What is sent goes into a list.
 */
final class ShelterHouse implements AutoCloseable {

  static final AgentId NADIA = new AgentId("nadia");
  static final PlaceGroupId FAMILY = new PlaceGroupId("lilas-famille");
  static final PlaceGroupId WOMEN = new PlaceGroupId("lilas-femmes");
  static final PlaceGroupId ORB = new PlaceGroupId("orb");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  final TickingClock clock = new TickingClock();
  final Database database = TestServers.database();
  final List<OutgoingText> sent = new CopyOnWriteArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final BoardFeature board;
  final MessageFeature messages;
  final ShelterFeature shelters;
  private final TestRedis redisProcess = TestServers.redis();
  private final RedisServer redis = redisProcess.connect();
  private final AtomicInteger sids = new AtomicInteger();
  private final BlindIndex index =
      new BlindIndex(new Secret("an-index-secret-that-is-long-enough-for-tests"), 1);

  ShelterHouse() {
    this(true);
  }

  ShelterHouse(boolean textsAreHeard) {
    PlaceRows.add(
        database,
        List.of(
            group("lilas-famille", "lilas", 4),
            group("lilas-femmes", "lilas", 12),
            group("orb", "orb", 14)));
    board =
        new BoardFeature(
            new BoardFeature.Ground(
                database,
                redis,
                PlaceSamples.HERAULT,
                PARIS,
                clock,
                meters,
                PlaceBoard.HoldTimes.DEFAULT));
    messages = messages();
    shelters = shelters(messages, textsAreHeard);
    board.start();
    await("the board is up", () -> board.readBoard().view(Household.ANYBODY).groups().size() == 3);
  }

  private static PlaceGroup group(String id, String site, int places) {
    PlaceGroup like = PlaceSamples.group(id, places);
    return new PlaceGroup(
        like.placeGroupId(),
        PlaceSamples.site("site-" + site),
        like.departement(),
        like.name(),
        like.placeType(),
        like.capacity(),
        like.admission(),
        like.opening(),
        like.allocationOwner(),
        like.staleAfterMinutes());
  }

  private MessageFeature messages() {
    return new MessageFeature(
        new MessageFeature.Ground(
            database, new Cipher(List.of("a secret of thirty-two characters.")), clock, meters),
        new MessageFeature.Settings(
            Templates.read(Path.of("../config/texts")),
            DistressWords.read(Path.of("../config/distress.txt")),
            "04 65 71 00 00",
            PARIS,
            AllowedHours.DEFAULT),
        new SmsGateway() {
          @Override
          public String provider() {
            return "LIST";
          }

          @Override
          public SendResult send(OutgoingText text) {
            sent.add(text);
            return new SendResult.Accepted("SM" + sids.incrementAndGet());
          }

          @Override
          public FindResult find(OutgoingText text) {
            return new FindResult.Listed(List.of());
          }
        });
  }

  private ShelterFeature shelters(MessageFeature texts, boolean textsAreHeard) {
    return new ShelterFeature(
        new ShelterFeature.Ground(
            database,
            new Cipher(List.of("a secret of thirty-two characters.")),
            new Secret("a-code-secret-that-is-long-enough-for-tests"),
            new JdbcAuditTrail(database),
            PlaceSamples.HERAULT,
            clock,
            meters),
        new ShelterSettings(
            AskingHours.DEFAULT,
            textsAreHeard,
            URI.create("https://115.example.fr"),
            Duration.ofHours(12),
            PARIS),
        board,
        texts);
  }

  /** Another gateway on the same servers. */
  ShelterFeature secondGateway() {
    return shelters(messages(), true);
  }

  Recipient number(String e164) {
    PhoneNumber number = new PhoneNumber(e164);
    return new Recipient(index.keyOf(number), number);
  }

  ChannelResult asks(String site, AskBy by, Recipient number) {
    return shelters.channels().change(site, new SiteChannels.Wish(by, "fr", number, false), NADIA);
  }

  void tell(PlaceGroupId group, int free) {
    board
        .setFreePlaces()
        .run(new Telling(UUID.randomUUID(), group, free, "veilleur", UpdateSource.WEB));
  }

  GroupView group(PlaceGroupId id) {
    return board.readBoard().group(id, Household.ANYBODY).orElseThrow();
  }

  /** What is free as the shelter counts. */
  int free(PlaceGroupId id) {
    return group(id).open() - group(id).occupied();
  }

  /** One look of the asking, and everything that is due leaves. */
  List<String> ask() {
    shelters.askShelters().run();
    return leaves();
  }

  /** What leaves now. */
  List<String> leaves() {
    int before = sent.size();
    while (messages.work()) {
      // more is due
    }
    return new ArrayList<>(sent.subList(before, sent.size()))
        .stream().map(OutgoingText::body).toList();
  }

  /** The shelter writes; what it gets back. */
  List<String> writes(Recipient from, String body) {
    messages.receiveText().run("SMin" + sids.incrementAndGet(), from, body);
    while (messages.readOne()) {
      // more was written
    }
    return leaves();
  }

  StaleGroup stale(PlaceGroupId id) {
    return shelters.readFreshness().run().stale().stream()
        .filter(group -> group.placeGroupId().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is fresh"));
  }

  static void await(String what, BooleanSupplier isTrue) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come true that " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    board.close();
    redis.close();
    redisProcess.close();
    database.close();
  }
}
