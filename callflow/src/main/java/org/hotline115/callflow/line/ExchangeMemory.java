package org.hotline115.callflow.line;

/**
 * What the exchange itself remembers about lines: the dialplan obeys it while the gateway is dead.
 * It is lost with the exchange's own restart, and told again at the next connection.
 */
public interface ExchangeMemory {

  /** True when it is kept now. */
  boolean keep(String name, String line, String value);
}
