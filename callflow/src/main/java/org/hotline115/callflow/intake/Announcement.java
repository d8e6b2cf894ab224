package org.hotline115.callflow.intake;

/** Something that holds now for all callers who must wait; told before they stand in the queue. */
public sealed interface Announcement {

  record Plain(Prompt prompt) implements Announcement {}

  /** With the hour of the day until which it holds. */
  record Until(Prompt prompt, int hour) implements Announcement {}

  default Verb in(Language language) {
    return switch (this) {
      case Plain(Prompt prompt) -> new Verb.Say(prompt, language);
      case Until(Prompt prompt, int hour) -> new Verb.SayWith(prompt, hour, language);
    };
  }
}
