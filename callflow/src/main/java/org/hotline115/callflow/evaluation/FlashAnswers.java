package org.hotline115.callflow.evaluation;

import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.contact.ResidentialSituation;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and said, in codes; null is not asked yet. Prints nothing of it.
 *
 * @param network somebody can help them
 * @param elsewhere they asked for housing elsewhere too
 * @param readBack it was read to the person, who agreed to it
 */
public record FlashAnswers(
    @Nullable ResidentialSituation situation,
    @Nullable ResidentialSituation lastNight,
    @Nullable SinceWhen sinceWhen,
    List<ReasonForStreet> reasons,
    @Nullable Resources resources,
    @Nullable HealthNow healthNow,
    @Nullable SafetyNow safetyNow,
    @Nullable Boolean network,
    @Nullable Boolean elsewhere,
    boolean readBack) {

  static final FlashAnswers NONE =
      new FlashAnswers(null, null, null, List.of(), null, null, null, null, null, false);

  public FlashAnswers {
    reasons = reasons.stream().distinct().sorted().toList();
  }

  /** The first thing without which it is not done, by its name on the wire. */
  Optional<String> missing() {
    if (situation == null) {
      return Optional.of("situation");
    }
    if (healthNow == null) {
      return Optional.of("healthNow");
    }
    if (safetyNow == null) {
      return Optional.of("safetyNow");
    }
    return readBack ? Optional.empty() : Optional.of("readBack");
  }

  @Override
  public String toString() {
    return "answers";
  }
}
