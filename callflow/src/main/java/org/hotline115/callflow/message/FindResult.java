package org.hotline115.callflow.message;

import java.util.List;

/** What the provider says when asked whether it has a text. */
public sealed interface FindResult {

  /** Those of this number and these words since the first try; none is an answer too. */
  record Listed(List<Receipt> texts) implements FindResult {}

  record NotAuthorised() implements FindResult {}

  /** No answer: ask again later. */
  record Away() implements FindResult {}
}
