package org.hotline115.gateway.asterisk;

/** What the dialplan tells of a colleague beside a talk. */
public final class HotlineColleagueEvent extends ThirdPartyEvent {

  private static final long serialVersionUID = 1L;

  public HotlineColleagueEvent(Object source) {
    super(source);
  }

  @Override
  ThirdPartyWords words() {
    return ThirdPartyWords.COLLEAGUE;
  }
}
