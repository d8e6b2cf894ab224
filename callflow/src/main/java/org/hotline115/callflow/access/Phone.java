package org.hotline115.callflow.access;

/** Where an agent's telephone can ring: the name of the endpoint that Asterisk knows. */
public record Phone(String id, Kind kind) {

  /** The page itself (WebRTC), or a telephone on the desk. */
  public enum Kind {
    BROWSER,
    SIP
  }
}
