package org.hotline115.callflow.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * For a caller of another département: he keys its number and is told the right 115, which is
 * counted. Where he is cannot be told from his telephone number, so he is asked, and only when he
 * says so. Whatever he does, by doing nothing he reaches us.
 */
public final class Elsewhere {

  /** Where nobody keeps a directory: then no key asks for it. */
  public static final Elsewhere NOWHERE = new Elsewhere(Map.of(), Set.of(), _ -> {});

  /** In the menu, where every digit has its meaning already. */
  static final char KEY = '*';

  private static final int DIGITS_MAX = 3;

  private final Map<String, String> numbers;
  private final Set<String> own;
  private final Consumer<String> told;

  /**
   * Knows the directory.
   *
   * @param numbers of other 115s by their département; Corsica is 20, as one keys it
   * @param own the départements we serve
   * @param told hears each département whose number was told
   */
  public Elsewhere(Map<String, String> numbers, Set<String> own, Consumer<String> told) {
    this.numbers = Map.copyOf(numbers);
    this.own = Set.copyOf(own);
    this.told = told;
  }

  boolean isOn(Heard heard) {
    return !numbers.isEmpty() && heard instanceof Heard.Key(char key) && key == KEY;
  }

  /** Asks and tells. A result when the call goes another way than on to us. */
  Optional<IntakeResult> ask(Voice voice, Language language) {
    return switch (voice.perform(
        new Verb.AskDigits(Prompt.P34_DEPARTEMENT, language, DIGITS_MAX))) {
      case Heard.CallerGone _ -> Optional.of(new IntakeResult.CallerGone());
      case Heard.Digits(String digits) when own.contains(digits) -> Optional.empty();
      case Heard.Digits(String digits) -> tell(digits, voice, language);
      case Heard.Silence _, Heard.Key _ -> Optional.empty();
    };
  }

  private Optional<IntakeResult> tell(String departement, Voice voice, Language language) {
    String number = numbers.get(departement);
    if (number == null) {
      return WayOut.say(voice, language, new Verb.Say(Prompt.P37_UNKNOWN, language));
    }
    told.accept(departement);
    Verb digits = new Verb.SayDigits(number, language);
    return WayOut.say(
        voice,
        language,
        new Verb.Say(Prompt.P35_OTHER_115, language),
        digits,
        new Verb.Say(Prompt.P36_AGAIN, language),
        digits);
  }
}
