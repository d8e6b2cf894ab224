package org.hotline115.gateway.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports for a demo of a test, remembered as if it had run before: two demos that start in the same
 * moment, in two forks of the build, would both take the preferred ones.
 */
public final class DemoPorts {

  private static final List<String> NAMES =
      List.of("web", "postgres", "redis", "sip", "sip-websocket", "ami", "agi");

  private DemoPorts() {}

  /** Writes them into the data folder of a demo that has not started yet. */
  public static void choose(Path data) throws IOException {
    StringBuilder ports = new StringBuilder();
    // all are held until the last one is chosen, so that no two are one
    List<Closeable> held = new ArrayList<>();
    try {
      for (String name : NAMES) {
        ports.append(name).append('=').append(free(held)).append('\n');
      }
    } finally {
      for (Closeable socket : held) {
        socket.close();
      }
    }
    Files.writeString(data.resolve("ports.properties"), ports);
  }

  /** Free for TCP and for UDP. */
  private static int free(List<Closeable> held) throws IOException {
    while (true) {
      ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      held.add(tcp);
      try {
        held.add(new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress()));
        return tcp.getLocalPort();
      } catch (IOException takenByAnother) {
        // only its UDP side: another one, then
      }
    }
  }
}
