package org.hotline115.gateway.asterisk;

import org.asteriskjava.manager.action.SetVarAction;
import org.hotline115.callflow.line.ExchangeMemory;

/**
 * Lines in Asterisk's global variables. Not in its own database: DB() may not be written by AMI
 * without the right to run commands.
 */
final class AmiLineMemory implements ExchangeMemory {

  private final AmiLink link;

  AmiLineMemory(AmiLink link) {
    this.link = link;
  }

  @Override
  public boolean keep(String name, String line, String value) {
    return link.order(new SetVarAction(name + "_" + line, value));
  }
}
