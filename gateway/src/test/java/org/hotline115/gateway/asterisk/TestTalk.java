package org.hotline115.gateway.asterisk;

import java.time.Duration;
import org.hotline115.gateway.asterisk.Sipp.Caller;

/** An agent and a caller who talk with each other; what is left of it ends with this. */
record TestTalk(Sipp agent, Sipp caller) implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(25);

  /** The agent is ready; the phone at this port answers, and hangs up after so long. */
  static TestTalk between(
      TestAsterisk asterisk, CallRows rows, int agentPort, Duration talks, Caller caller) {
    int before = rows.count();
    TestTalk talk =
        new TestTalk(Sipp.agent(asterisk, agentPort, talks), Sipp.call(asterisk, caller));
    PhoneKit.await(
        "they talk", SOON, () -> rows.count() > before && rows.newestIs("state", "TALKING"));
    return talk;
  }

  @Override
  public void close() {
    caller.close();
    agent.close();
  }
}
