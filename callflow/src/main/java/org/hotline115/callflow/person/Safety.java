package org.hotline115.callflow.person;

import org.jspecify.annotations.Nullable;

/** Whether a telephone may ring and show a text without harm; null: nobody has asked. */
public record Safety(@Nullable Boolean toText, @Nullable Boolean toCall) {

  static final Safety NOT_ASKED = new Safety(null, null);
}
