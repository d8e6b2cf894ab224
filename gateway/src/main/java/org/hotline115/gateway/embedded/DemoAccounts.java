package org.hotline115.gateway.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.Role;

/** The invented people of the demo, with passwords made by chance at the first start. */
final class DemoAccounts {

  private record Account(String name, String displayName, Role role) {}

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("claire", "Claire B.", Role.LISTENER),
          new Account("karim", "Karim D.", Role.LISTENER),
          new Account("nadia", "Nadia R.", Role.COORDINATOR),
          new Account("sophie", "Sophie M.", Role.SUPERVISOR),
          new Account("lilas", "CHU Les Lilas", Role.PLACE_MANAGER),
          new Account("admin", "Administration", Role.ADMIN));

  /** For which sites a shelter's account speaks. */
  private static final Map<String, List<String>> SITES = Map.of("lilas", List.of("lilas"));

  /** Who may see vulnerabilities, or write them too, for the one organisation of the demo. */
  private static final Map<String, String> FLAGS =
      Map.of("claire", "write", "nadia", "see", "sophie", "write");

  private static final String ORGANISATION = "SIAO 34";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Secrets secrets;

  DemoAccounts(Secrets secrets) {
    this.secrets = secrets;
  }

  /** The list that config/asterisk/render.sh reads: a line for each agent's two telephones. */
  void writeStations() {
    String lines =
        ACCOUNTS.stream()
            .map(a -> a.name() + " " + sip(a) + " " + browser(a) + "\n")
            .collect(Collectors.joining());
    KeptFiles.write(secrets.file("stations"), lines);
  }

  /** The same for hotline.yaml; secrets are named by their files. */
  String stationsYaml() {
    return ACCOUNTS.stream()
        .map(a -> {
          sip(a);
          browser(a);
          return "    - {agent: %s, sip: \"file:%s\", browser: \"file:%s\"}\n"
              .formatted(a.name(), secrets.file(sipName(a)), secrets.file(browserName(a)));
        })
        .collect(Collectors.joining());
  }

  /** The text of demo.json. */
  String json(int webPort, int sipPort, int webSocketPort) {
    ObjectNode root = JSON.createObjectNode();
    root.put("baseUrl", "http://127.0.0.1:" + webPort);
    root.putObject("sip").put("host", "127.0.0.1").put("port", sipPort);
    root.put("webSocketSip", "ws://127.0.0.1:" + webSocketPort + "/ws");
    ObjectNode numbers = root.putObject("numbers");
    numbers.putArray("public").add("115").add("0465710115");
    numbers.putArray("professional").add("0465710116");
    numbers.putArray("partners").add("0465710117");
    numbers.putArray("rescue").add("0465710118");
    numbers.putArray("outreach").add("0465710119");
    root.putObject("caller")
        .put("user", "caller-web")
        .put("password", secrets.forProgram("caller-web").reveal());
    ArrayNode accounts = root.putArray("accounts");
    for (Account account : ACCOUNTS) {
      ObjectNode node = accounts.addObject();
      node.put("name", account.name()).put("displayName", account.displayName());
      node.put("password", secrets.forPerson("password-" + account.name()).reveal());
      node.put("role", account.role().name());
      SITES.getOrDefault(account.name(), List.of()).forEach(node.putArray("sites")::add);
      if (FLAGS.containsKey(account.name())) {
        node.put("flags", FLAGS.get(account.name())).put("organisation", ORGANISATION);
      }
      node.putObject("sip").put("user", account.name()).put("password", sip(account));
      node.putObject("web").put("user", account.name() + "-web").put("password", browser(account));
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a person needs to sign in, one line each. */
  List<String> lines() {
    return ACCOUNTS.stream()
        .map(a ->
            "%-8s %s   %s"
                .formatted(a.name(), secrets.forPerson("password-" + a.name()).reveal(), a.role()))
        .toList();
  }

  private String sip(Account account) {
    return secrets.forProgram(sipName(account)).reveal();
  }

  private String browser(Account account) {
    return secrets.forProgram(browserName(account)).reveal();
  }

  private static String sipName(Account account) {
    return "sip-" + account.name();
  }

  private static String browserName(Account account) {
    return "browser-" + account.name();
  }
}
