package org.hotline115.gateway.asterisk;

/** What the dialplan tells of an interpreter beside a talk. */
public final class HotlineInterpreterEvent extends ThirdPartyEvent {

  private static final long serialVersionUID = 1L;

  public HotlineInterpreterEvent(Object source) {
    super(source);
  }

  @Override
  ThirdPartyWords words() {
    return ThirdPartyWords.INTERPRETER;
  }
}
