package org.hotline115.callflow.message;

import java.util.List;
import java.util.regex.Pattern;

/** What the words of a text may not do, whatever language they are in. */
final class TextRules {

  /** Words that ask for an answer by text. */
  private static final Pattern ASKS =
      Pattern.compile("(?iu)\\b(r[ée]pond\\p{L}*|renvoy\\p{L}*|repl\\p{L}+|answer|stop)\\b");

  /** Words that tell who looks at the telephone what its owner would rather not tell. */
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(?iu)\\b(115|112|114|samu|siao|ccas|chrs|chu|h[ée]berg\\p{L}*|foyers?|abris?|sans[- ]abris?"
              + "|asile|logement|nuit|lits?|violen\\p{L}*|femmes? victimes?|social\\p{L}*"
              + "|shelters?|homeless|beds?|housing|asylum|night|violence)\\b");

  private TextRules() {}

  /** {@code words}: without the gaps. {@code isHeard}: whether an answer reaches us. */
  static void check(TemplateCode code, String words, boolean isHeard, List<String> problems) {
    var asks = ASKS.matcher(words);
    if (!isHeard && !code.isHeardOnly() && asks.find()) {
      problems.add("asks for an answer ('" + asks.group() + "'), but the sender is only a name");
    }
    var sensitive = SENSITIVE.matcher(words);
    if (code.isNeutral() && sensitive.find()) {
      problems.add("is neutral and says '" + sensitive.group() + "'");
    }
  }
}
