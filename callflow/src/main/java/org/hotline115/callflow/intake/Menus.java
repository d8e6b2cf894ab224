package org.hotline115.callflow.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline115.callflow.line.LineKind;

/** Which menu the callers of a line hear. A feature may bring its own for a kind of line. */
public final class Menus {

  private final Map<LineKind, Function<IncomingCall, Menu>> makers = new EnumMap<>(LineKind.class);

  private final WaitOutlook outlook;
  private volatile Supplier<List<Announcement>> announcements = List::of;
  private volatile RingingAgain known = RingingAgain.NOTHING_KNOWN;

  public Menus(WaitOutlook outlook) {
    this.outlook = outlook;
    know(Elsewhere.NOWHERE);
    bring(LineKind.PROFESSIONAL, call -> greeting(Prompt.P12_PRO, call, outlook));
    bring(LineKind.PARTNER_SITES, call -> greeting(Prompt.P16_PARTNERS, call, outlook));
    bring(LineKind.RESCUE_SERVICES, call -> greeting(Prompt.P17_RESCUE, call, outlook));
    bring(LineKind.OUTREACH, call -> greeting(Prompt.P18_OUTREACH, call, outlook));
  }

  /** From now on callers of another département are told their own 115. */
  public void know(Elsewhere elsewhere) {
    Function<IncomingCall, Menu> maker =
        call ->
            new Intake(call.line().queue(), outlook, elsewhere, known, () -> announcements(call));
    bring(LineKind.PUBLIC_115, maker);
    bring(LineKind.TEST, maker);
  }

  /** From now on the public is told this too, when it must wait. It must answer at once. */
  public void announce(Supplier<List<Announcement>> source) {
    announcements = source;
  }

  /** From now on who rings again hears where his matter stands. */
  public void know(RingingAgain ringingAgain) {
    known = ringingAgain;
  }

  /** His own matter first, then what holds for all. */
  private List<Announcement> announcements(IncomingCall call) {
    List<Announcement> all = new ArrayList<>();
    known.byNumber(call).map(Announcement.Plain::new).ifPresent(all::add);
    all.addAll(announcements.get());
    return all;
  }

  /** From now on callers of such lines are led by this. Called while the house is put together. */
  public void bring(LineKind kind, Function<IncomingCall, Menu> maker) {
    synchronized (makers) {
      makers.put(kind, maker);
    }
  }

  /** What can be said of the wait, for menus that a feature brings. */
  public WaitOutlook outlook() {
    return outlook;
  }

  public Menu of(IncomingCall call) {
    Function<IncomingCall, Menu> maker;
    synchronized (makers) {
      maker = makers.get(call.line().kind());
    }
    if (maker == null) {
      throw new IllegalStateException("no menu for " + call.line().kind());
    }
    return maker.apply(call);
  }

  private static Menu greeting(Prompt prompt, IncomingCall call, WaitOutlook outlook) {
    return new Greeting(prompt, call.line().queue(), outlook);
  }
}
