package org.hotline115.gateway.web;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the pages are served and how the world calls them. {@code publicAddress} is what browsers
 * show; behind a proxy it is not what we listen on. {@code sipSocket} is Asterisk's own WebSocket.
 */
public record WebSettings(String host, int port, URI publicAddress, URI sipSocket, boolean demo) {

  /** Over plain http only on this machine: the cookie would travel in clear. */
  public WebSettings {
    if (publicAddress.getHost() == null || !publicAddress.getPath().isEmpty()) {
      throw new IllegalArgumentException("the public address is https://host with no path");
    }
    boolean secure = "https".equals(publicAddress.getScheme());
    if (!secure && !isLoopback(publicAddress.getHost())) {
      throw new IllegalArgumentException("the public address needs https, except on this machine");
    }
  }

  static boolean isLoopback(String host) {
    return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
  }

  boolean secure() {
    return "https".equals(publicAddress.getScheme());
  }

  String cookieName() {
    return secure() ? "__Host-hotline" : "hotline";
  }

  /** The authorities under which a browser may speak to us: against DNS rebinding. */
  Set<String> authorities(int actualPort) {
    Set<String> known = new TreeSet<>(Set.of(publicAddress.getAuthority()));
    if (isLoopback(publicAddress.getHost())) {
      known.add("127.0.0.1:" + actualPort);
      known.add("localhost:" + actualPort);
    }
    return known;
  }

  /** True when {@code origin} is a page of ours. */
  boolean isOwnOrigin(String origin, int actualPort) {
    String scheme = publicAddress.getScheme() + "://";
    return authorities(actualPort).stream().anyMatch(known -> origin.equals(scheme + known));
  }
}
