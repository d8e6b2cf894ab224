package org.hotline115.gateway.asterisk;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;

/** When each agent's leg was born, in Asterisk's own time, heard beside the gateway. */
public final class AgentLegs implements AutoCloseable {

  /** The leg that was made to bring this call to this agent. */
  public record Leg(String call, String agent) {}

  private static final Pattern AGENT_CHANNEL = Pattern.compile("PJSIP/(.+)-[0-9a-f]+");
  private static final double MICROS = 1_000_000;

  private final Map<Leg, Instant> born = new ConcurrentHashMap<>();
  private final DefaultManagerConnection connection;

  private AgentLegs(DefaultManagerConnection connection) {
    this.connection = connection;
  }

  public static AgentLegs of(TestAsterisk asterisk)
      throws IOException, AuthenticationFailedException, TimeoutException {
    AgentLegs legs =
        new AgentLegs(
            new DefaultManagerConnection(
                "127.0.0.1", asterisk.amiPort(), "gateway", asterisk.amiSecret().strip()));
    legs.connection.addEventListener(legs::heard);
    legs.connection.login();
    return legs;
  }

  private void heard(ManagerEvent event) {
    if (!(event instanceof NewChannelEvent leg)
        || leg.getTimestamp() == null
        || leg.getUniqueId().equals(leg.getLinkedid())) {
      return;
    }
    Matcher channel = AGENT_CHANNEL.matcher(leg.getChannel());
    if (channel.matches()) {
      long micros = Math.round(leg.getTimestamp() * MICROS);
      born.putIfAbsent(
          new Leg(leg.getLinkedid(), channel.group(1)),
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
  }

  public Map<Leg, Instant> born() {
    return Map.copyOf(born);
  }

  @Override
  public void close() {
    connection.logoff();
  }
}
