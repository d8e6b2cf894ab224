package org.hotline115.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AccountResult;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.store.Secret;
import org.hotline115.callflow.vulnerability.GiveRight;
import org.hotline115.gateway.web.SoftphoneRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The invented people of the demo, from the private file that the demo wrote before the start. */
final class DemoPeople {

  private static final Logger LOG = LoggerFactory.getLogger(DemoPeople.class);
  private static final AgentId DEMO = new AgentId("demo");

  private final JsonNode file;

  private DemoPeople(JsonNode file) {
    this.file = file;
  }

  static DemoPeople read(Path file) {
    try {
      return new DemoPeople(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After the places. Accounts that are missing are made; the others stay as they are. */
  void moveIn(AccessFeature access, GiveRight rights) {
    for (JsonNode person : file.path("accounts")) {
      AgentId agent = new AgentId(person.path("name").asText().toLowerCase(Locale.ROOT));
      String shown = person.path("displayName").asText(agent.value());
      Role role = Role.valueOf(person.path("role").asText());
      String password = person.path("password").asText();
      AccountResult made =
          access.createAccount().create(new Account(agent, shown, role), password, DEMO);
      LOG.atInfo()
          .addKeyValue("agent", agent)
          .addKeyValue("outcome", made.getClass().getSimpleName())
          .log("a demo account");
      Set<String> sites = new TreeSet<>();
      person.path("sites").forEach(site -> sites.add(site.asText()));
      if (made instanceof AccountResult.Done && !sites.isEmpty()) {
        access.managedSites().change(agent, sites, DEMO);
      }
      String flags = person.path("flags").asText("");
      if (made instanceof AccountResult.Done && !flags.isEmpty()) {
        rights.give(agent, FlagsWord.right(flags, person.path("organisation").asText()), DEMO);
      }
    }
  }

  /** The telephone of the page /appel. */
  Optional<SoftphoneRoutes.DemoCaller> caller() {
    JsonNode caller = file.path("caller");
    String user = caller.path("user").asText("");
    String number = file.path("numbers").path("public").path(0).asText("115");
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SoftphoneRoutes.DemoCaller(
                user, new Secret(caller.path("password").asText()), number));
  }
}
