package org.hotline115.callflow.call;

import java.util.regex.Pattern;

/**
 * Asterisk's Linkedid: one caller's whole story, over all its legs. Unique over restarts and
 * machines because every Asterisk has its own fixed {@code systemname}.
 */
public record CallId(String linkedid) {

  /** What a Linkedid looks like, for who finds one in other words. */
  public static final String PATTERN = "[A-Za-z0-9._-]{1,64}";

  private static final Pattern SHAPE = Pattern.compile(PATTERN);
  private static final Pattern CALLBACK = Pattern.compile("cb-[0-9]{1,19}-[0-9]{1,9}");

  public CallId {
    if (!SHAPE.matcher(linkedid).matches()) {
      throw new IllegalArgumentException("a Linkedid is letters, digits, '.', '_' and '-'");
    }
  }

  /** Of a callback: promise and placeholder make the channel's id, so no other can have it. */
  public static CallId ofCallback(long callback, int placement) {
    return new CallId("cb-" + callback + "-" + placement);
  }

  /** We ring the person; every other call is one that rang here. */
  public boolean isOutbound() {
    return CALLBACK.matcher(linkedid).matches();
  }

  @Override
  public String toString() {
    return linkedid;
  }
}
