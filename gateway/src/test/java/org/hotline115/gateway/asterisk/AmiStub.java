package org.hotline115.gateway.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Something on loopback that speaks as Asterisk's manager interface does, and misbehaves to order.
 */
public final class AmiStub implements AutoCloseable {

  private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";

  private final ServerSocket server;
  private final CopyOnWriteArrayList<Socket> clients = new CopyOnWriteArrayList<>();
  private final AtomicInteger logins = new AtomicInteger();
  private volatile int refuseLogins;

  /** Answers in place of the stub's own; null where it has none. */
  private volatile Function<Map<String, String>, String> manners = action -> null;

  public AmiStub() {
    try {
      server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("ami-stub").start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public int logins() {
    return logins.get();
  }

  void refuseLogins(int count) {
    refuseLogins = count;
  }

  void answerWith(Function<Map<String, String>, String> answers) {
    manners = answers;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        clients.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      write(client, BANNER);
      Map<String, String> action = new LinkedHashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          answer(client, action);
          action = new LinkedHashMap<>();
        } else {
          int colon = line.indexOf(':');
          action.put(
              line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
              line.substring(colon + 1).strip());
        }
      }
    } catch (IOException gone) {
      clients.remove(client);
    }
  }

  private void answer(Socket client, Map<String, String> action) throws IOException {
    String own = manners.apply(action);
    if (own != null) {
      write(client, own);
      return;
    }
    String id = "ActionID: " + action.getOrDefault("actionid", "") + "\r\n";
    switch (action.getOrDefault("action", "").toLowerCase(java.util.Locale.ROOT)) {
      case "challenge" -> write(client, "Response: Success\r\n" + id + "Challenge: 4711\r\n\r\n");
      case "login" -> {
        if (refuseLogins > 0) {
          refuseLogins--;
          write(client, "Response: Error\r\n" + id + "Message: Authentication failed\r\n\r\n");
          return;
        }
        logins.incrementAndGet();
        write(client, "Response: Success\r\n" + id + "Message: Authentication accepted\r\n\r\n");
        write(
            client,
            "Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 100\r\n"
                + "Status: Fully Booted\r\n\r\n");
      }
      case "coreshowchannels" -> list(client, id, "CoreShowChannelsComplete");
      case "queuestatus" -> list(client, id, "QueueStatusComplete");
      case "command" ->
          write(client, "Response: Success\r\n" + id + "Output: Asterisk 22.10.1\r\n\r\n");
      case "coresettings" ->
          write(client, "Response: Success\r\n" + id + "AsteriskVersion: 22.10.1\r\n\r\n");
      default -> write(client, "Response: Success\r\n" + id + "Message: done\r\n\r\n");
    }
  }

  private static void list(Socket client, String id, String complete) throws IOException {
    write(client, "Response: Success\r\n" + id + "EventList: start\r\nMessage: follows\r\n\r\n");
    write(
        client, "Event: " + complete + "\r\n" + id + "EventList: Complete\r\nListItems: 0\r\n\r\n");
  }

  private static void write(Socket client, String text) throws IOException {
    synchronized (client) {
      OutputStream out = client.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  /** To everybody who is logged in. */
  public void send(String text) {
    for (Socket client : clients) {
      try {
        write(client, text);
      } catch (IOException gone) {
        clients.remove(client);
      }
    }
  }

  /** Hangs up on everybody. */
  void hangUp() {
    for (Socket client : clients) {
      try {
        client.close();
      } catch (IOException alreadyGone) {
        clients.remove(client);
      }
    }
    clients.clear();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    hangUp();
  }

  /** An event as Asterisk writes it: name, then header and value in turn. */
  public static String event(String name, String... headers) {
    StringBuilder text = new StringBuilder("Event: ").append(name).append("\r\n");
    text.append("Privilege: call,all\r\nTimestamp: 1795352221.250000\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  private static String channel(String prefix, String name, String id, String linkedid) {
    return prefix
        + "Channel: "
        + name
        + "\r\n"
        + prefix
        + "ChannelState: 6\r\n"
        + prefix
        + "ChannelStateDesc: Up\r\n"
        + prefix
        + "CallerIDNum: 0612345678\r\n"
        + prefix
        + "CallerIDName: <unknown>\r\n"
        + prefix
        + "ConnectedLineNum: <unknown>\r\n"
        + prefix
        + "ConnectedLineName: <unknown>\r\n"
        + prefix
        + "Language: fr\r\n"
        + prefix
        + "Context: from-caller\r\n"
        + prefix
        + "Exten: 115\r\n"
        + prefix
        + "Priority: 1\r\n"
        + prefix
        + "Uniqueid: "
        + id
        + "\r\n"
        + prefix
        + "Linkedid: "
        + linkedid
        + "\r\n";
  }

  private static String on(String name, String more, String channels) {
    return "Event: "
        + name
        + "\r\nPrivilege: call,all\r\nTimestamp: 1795352221.250000\r\n"
        + channels
        + more
        + "\r\n";
  }

  /** The 16 kinds of events of one answered call, 18 in number, in Asterisk's order. */
  public static String answeredCall(int number) {
    String id = "hotline1-1795352221." + 2 * number;
    String leg = "hotline1-1795352221." + (2 * number + 1);
    String caller = channel("", "PJSIP/anonymous-" + number, id, id);
    String agent = channel("", "PJSIP/claire-" + number, leg, id);
    String both = caller + channel("Dest", "PJSIP/claire-" + number, leg, id);
    String member = "Queue: public\r\nMemberName: claire\r\nInterface: PJSIP/claire\r\n";
    return on("Newchannel", "", caller)
        + on("Newstate", "", caller)
        + on("QueueCallerJoin", "Queue: public\r\nPosition: 1\r\nCount: 1\r\n", caller)
        + on("MusicOnHoldStart", "Class: default\r\n", caller)
        + on("Newchannel", "", agent)
        + on("AgentCalled", member, both)
        + on("DialBegin", "DialString: claire\r\n", both)
        + on("Newstate", "", agent)
        + on("DialEnd", "DialStatus: ANSWER\r\n", both)
        + on("MusicOnHoldStop", "", caller)
        + on("QueueCallerLeave", "Queue: public\r\nPosition: 1\r\nCount: 0\r\n", caller)
        + on("AgentConnect", member + "HoldTime: 1\r\nRingTime: 1\r\n", both)
        + on("BridgeEnter", "BridgeUniqueid: b\r\nBridgeType: basic\r\n", caller)
        + on("BridgeEnter", "BridgeUniqueid: b\r\nBridgeType: basic\r\n", agent)
        + on("HangupRequest", "", caller)
        + on("AgentComplete", member + "HoldTime: 1\r\nTalkTime: 3\r\nReason: caller\r\n", both)
        + on("Hangup", "Cause: 16\r\nCause-txt: Normal Clearing\r\n", agent)
        + on("Hangup", "Cause: 16\r\nCause-txt: Normal Clearing\r\n", caller);
  }

  public static final int EVENTS_OF_AN_ANSWERED_CALL = 18;
}
