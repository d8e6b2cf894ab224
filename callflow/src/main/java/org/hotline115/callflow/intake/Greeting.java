package org.hotline115.callflow.intake;

/** The menu of people who know us: one sentence, the danger key, the queue. */
final class Greeting implements Menu {

  private final Prompt prompt;
  private final WayOut wayOut;

  Greeting(Prompt prompt, String queue, WaitOutlook outlook) {
    this.prompt = prompt;
    this.wayOut = new WayOut(queue, outlook);
  }

  @Override
  public IntakeResult lead(Voice voice) {
    Verb verb = new Verb.AskDigit(prompt, Language.FR);
    return switch (voice.perform(verb)) {
      case Heard.CallerGone _ -> new IntakeResult.CallerGone();
      case Heard heard when WayOut.isDanger(heard) -> WayOut.handOff(voice, Language.FR);
      case Heard.Silence _, Heard.Key _, Heard.Digits _ ->
          wayOut.join(voice, Language.FR, voice.length(verb));
    };
  }
}
