package org.hotline115.callflow.call;

import java.util.regex.Pattern;

/**
 * Asterisk's Linkedid: one caller's whole story, over all its legs. Unique over restarts and
 * machines because every Asterisk has its own fixed {@code systemname}.
 */
public record CallId(String linkedid) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public CallId {
    if (!SHAPE.matcher(linkedid).matches()) {
      throw new IllegalArgumentException("a Linkedid is letters, digits, '.', '_' and '-'");
    }
  }

  @Override
  public String toString() {
    return linkedid;
  }
}
