package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.intake.Voice;

/** A caller who knows beforehand what to key at which prompt, and says nothing else. */
final class ScriptedVoice implements Voice {

  final List<Verb> performed = new ArrayList<>();
  private final Map<Prompt, Deque<Heard>> answers = new EnumMap<>(Prompt.class);

  /** The next time this is said. */
  ScriptedVoice at(Prompt prompt, Heard heard) {
    answers.computeIfAbsent(prompt, _ -> new ArrayDeque<>()).add(heard);
    return this;
  }

  ScriptedVoice keys(Prompt prompt, String... digits) {
    for (String keyed : digits) {
      at(prompt, keyed.isEmpty() ? new Heard.Silence() : new Heard.Digits(keyed));
    }
    return this;
  }

  List<Prompt> said() {
    return performed.stream().map(ScriptedVoice::prompt).filter(p -> p != null).toList();
  }

  private static Prompt prompt(Verb verb) {
    return switch (verb) {
      case Verb.Say(Prompt prompt, var _) -> prompt;
      case Verb.AskDigit(Prompt prompt, var _) -> prompt;
      case Verb.AskDigits(Prompt prompt, var _, int _) -> prompt;
      case Verb.SayWith(Prompt prompt, int _, var _) -> prompt;
      default -> null;
    };
  }

  @Override
  public Heard perform(Verb verb) {
    performed.add(verb);
    Prompt prompt = prompt(verb);
    Deque<Heard> planned = prompt == null ? null : answers.get(prompt);
    return planned == null || planned.isEmpty() ? new Heard.Silence() : planned.poll();
  }

  @Override
  public Duration length(Verb verb) {
    return Duration.ofSeconds(5);
  }
}
