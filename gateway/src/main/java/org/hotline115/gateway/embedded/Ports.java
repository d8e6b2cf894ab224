package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Properties;

/** Ports that were free at the first start; they are remembered, so that addresses stay valid. */
final class Ports {

  private final Path file;
  private final Properties remembered = new Properties();

  Ports(Path file) {
    this.file = file;
    try {
      remembered.load(new StringReader(KeptFiles.read(file).orElse("")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The remembered one, else the preferred one when it is free, else any free one. */
  int of(String name, int preferred) {
    String known = remembered.getProperty(name);
    return known == null
        ? remember(name, isFree(preferred) ? preferred : anyFree())
        : Integer.parseInt(known);
  }

  /** Another one: somebody else took it since. */
  int replace(String name) {
    return remember(name, anyFree());
  }

  /** Free for TCP and for UDP. */
  static boolean isFree(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (ServerSocket tcp = new ServerSocket();
        DatagramSocket udp = new DatagramSocket(null)) {
      tcp.setReuseAddress(true);
      tcp.bind(address);
      udp.bind(address);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int remember(String name, int port) {
    remembered.setProperty(name, Integer.toString(port));
    StringWriter text = new StringWriter();
    try {
      remembered.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KeptFiles.write(file, text.toString());
    return port;
  }
}
