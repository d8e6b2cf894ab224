package org.hotline115.callflow.shelter;

import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.place.PlaceType;

/** How a group is called on the telephone: names are not recorded, so by its kind and for whom. */
final class GroupVoice {

  private GroupVoice() {}

  /** "Emergency centre, women: press 2." */
  static List<Verb> of(SiteFigure group, int key, Language language) {
    List<Verb> verbs = new ArrayList<>();
    verbs.add(new Verb.Say(kind(group.placeType()), language));
    switch (group.genderRule()) {
      case MEN -> verbs.add(new Verb.Say(Prompt.P70_MEN, language));
      case WOMEN -> verbs.add(new Verb.Say(Prompt.P71_WOMEN, language));
      case MIXED -> verbs.add(new Verb.Say(Prompt.P72_ALL, language));
    }
    verbs.add(new Verb.SayWith(Prompt.P84_PRESS, key, language));
    return verbs;
  }

  private static Prompt kind(PlaceType type) {
    return switch (type) {
      case CHU -> Prompt.P50_CHU;
      case CHRS_EMERGENCY -> Prompt.P51_CHRS_EMERGENCY;
      case STABILISATION -> Prompt.P52_STABILISATION;
      case HOTEL -> Prompt.P53_HOTEL;
      case NIGHT_SHELTER -> Prompt.P54_NIGHT_SHELTER;
      case NIGHT_STOP -> Prompt.P55_NIGHT_STOP;
      case SEASONAL -> Prompt.P56_SEASONAL;
      case GYM -> Prompt.P57_GYM;
      case VIOLENCE, PERINATAL -> Prompt.P58_PROTECTED;
      case LHSS, LAM -> Prompt.P59_CARE;
      case DAY_CENTRE, ASYLUM, INSERTION, OTHER -> Prompt.P60_OTHER;
    };
  }
}
