package org.hotline115.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hotline115.callflow.store.Secret;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/hotline.yaml} as one tree, read once at the start. The file explains each value.
 */
public record GatewayConfig(
    Deployment deployment,
    Web web,
    Records records,
    Board board,
    Placements placements,
    Shelters shelters,
    Reminders reminders,
    Statistics statistics,
    Telephone telephone,
    VoicemailSetting voicemail,
    ElsewhereSetting elsewhere,
    Sms sms,
    Keys keys) {

  /**
   * Reads and checks the file; variables come from {@code environment} (null when not set).
   *
   * @throws ConfigRefused naming every problem with its path
   */
  public static GatewayConfig read(Path file, UnaryOperator<@Nullable String> environment) {
    return new ConfigReader(environment).read(file, GatewayConfig.class);
  }

  static final String DEPARTEMENT = "[0-9]{2,3}|2[AB]";

  /** Which 115 this is. {@code demo} adds invented places and the page to call from. */
  public record Deployment(
      @Default("34") String departement,
      @Default("Europe/Paris") ZoneId zone,
      @Default("FR") String homeRegion,
      @Default("false") boolean demo,
      @Default("config") Path folder) {

    public Deployment {
      require(departement.matches(DEPARTEMENT), "departement must be such as 34, 2A or 974");
      require(homeRegion.matches("[A-Z]{2}"), "homeRegion must be two capital letters such as FR");
    }
  }

  /**
   * Where browsers come. {@code publicUrl} is what they type and what a provider signs, so it has
   * no slash at its end, and https outside this machine.
   */
  public record Web(@Default("127.0.0.1") String host, @Default("8115") int port, URI publicUrl) {

    public Web {
      requirePort("port", port);
      String url = publicUrl.toString();
      require(
          !url.endsWith("/"), "publicUrl must not end with a slash: signatures would not match");
      require(
          url.startsWith("https://") || isLoopback(publicUrl),
          "publicUrl must begin with https:// (http only on this machine)");
    }

    /** Cookies are {@code Secure} and {@code __Host-} then. */
    public boolean isSecure() {
      return "https".equals(publicUrl.getScheme());
    }

    private static boolean isLoopback(URI uri) {
      return "http".equals(uri.getScheme())
          && Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(uri.getHost()));
    }
  }

  /** PostgreSQL, which remembers. */
  public record Records(String url, String user, Secret password, @Default("16") int connections) {

    public Records {
      require(url.startsWith("jdbc:postgresql://"), "url must begin with jdbc:postgresql://");
      require(connections >= 2 && connections <= 200, "connections must be from 2 to 200");
    }
  }

  /** Redis, which answers now. A hold lives {@code holdTime}, an extension adds as much again. */
  public record Board(String url, Secret password, @Default("10m") Duration holdTime) {

    public Board {
      require(url.startsWith("redis://"), "url must begin with redis://");
      require(
          holdTime.compareTo(Duration.ofSeconds(5)) >= 0
              && holdTime.compareTo(Duration.ofHours(1)) <= 0,
          "holdTime must be from 5s to 1h");
    }
  }

  /**
   * The real Asterisk. {@code recordsFolder} is its log folder: the witness of what happened while
   * the gateway was away. {@code promptsFolder} holds the sounds and their list.
   */
  public record Telephone(
      @Default("true") boolean enabled,
      Ami ami,
      FastAgi fastAgi,
      @Default("ws://127.0.0.1:18088/ws") URI webSocket,
      @Default("127.0.0.1") String sipHost,
      @Default("15060") int sipPort,
      Path recordsFolder,
      Path promptsFolder,
      @Default("10s") Duration shortAbandon,
      @Default("10m") Duration redialGrace,
      CallbackSetting callback,
      @Default("") List<Station> stations,
      List<LineSetting> lines,
      @Default("") List<InterpreterSetting> interpreters) {

    public Telephone {
      requirePort("sipPort", sipPort);
      require(
          Set.of("ws", "wss").contains(String.valueOf(webSocket.getScheme())),
          "webSocket must begin with ws:// or wss://");
      LineSetting.requireDistinct(lines);
      Set<String> codes = lines.stream().map(LineSetting::code).collect(Collectors.toSet());
      interpreters.forEach(service ->
          require(
              codes.containsAll(service.lines()),
              "interpreters: " + service.code() + " names a line that there is not"));
    }
  }

  /** Asterisk's manager interface. */
  public record Ami(
      @Default("127.0.0.1") String host,
      @Default("15038") int port,
      @Default("gateway") String user,
      Secret secret) {

    public Ami {
      requirePort("port", port);
    }
  }

  /** Where Asterisk asks what a caller should hear. {@code callersMax} menus at once. */
  public record FastAgi(
      @Default("127.0.0.1") String host,
      @Default("14573") int port,
      @Default("500") int callersMax) {

    public FastAgi {
      requirePort("port", port);
      require(callersMax >= 1 && callersMax <= 5_000, "callersMax must be from 1 to 5000");
    }
  }

  /** An agent's two telephones: the SIP phone and the browser, each with its own secret. */
  public record Station(String agent, Secret sip, Secret browser) {}

  /** Who carries the texts. The journal shows them and sends none. */
  public record Sms(
      @Default("journal") Provider provider,
      @Default("04 65 71 00 00") String callBackNumber,
      Twilio twilio) {

    public enum Provider {
      JOURNAL,
      TWILIO
    }

    /** A name as sender can only be read, never answered. */
    public boolean isHeard() {
      return provider == Provider.JOURNAL
          || twilio.from().matches("[+0-9]+")
          || !twilio.messagingServiceSid().isEmpty();
    }

    public Sms {
      require(
          provider != Provider.TWILIO || twilio.isComplete(),
          "twilio needs accountSid, authToken, and from or messagingServiceSid");
    }
  }

  /** Empty strings where it is not used. {@code baseUrl} is for a stand-in on this machine. */
  public record Twilio(
      @Default("") String accountSid,
      @Default("-not-set-not-set-") Secret authToken,
      @Default("") String from,
      @Default("") String messagingServiceSid,
      @Default("") String baseUrl) {

    private static final String NOT_SET = "-not-set-not-set-";

    public Twilio {
      SmsSender.problem(from)
          .ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
          });
    }

    boolean isComplete() {
      return accountSid.matches("AC[0-9a-fA-F]{32}")
          && !authToken.reveal().equals(NOT_SET)
          && !(from.isEmpty() && messagingServiceSid.isEmpty());
    }
  }

  /** {@code index} finds a number without storing it, {@code cipher} hides what is stored. */
  public record Keys(Secret index, Secret cipher) {

    public Keys {
      require(!index.equals(cipher), "index and cipher must be two different secrets");
      require(
          index.reveal().length() >= 32 && cipher.reveal().length() >= 32,
          "index and cipher must have 32 characters or more: they could be guessed");
    }
  }

  private static void requirePort(String name, int port) {
    require(port >= 1 && port <= 65_535, name + " must be from 1 to 65535");
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
