package org.hotline115.gateway.asterisk;

import java.util.Optional;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
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
    Optional<ManagerResponse> answer = link.send(new SetVarAction(name + "_" + line, value));
    return answer.isPresent() && !(answer.get() instanceof ManagerError);
  }
}
