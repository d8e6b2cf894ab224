package org.hotline115.callflow.request;

import java.util.Set;
import org.hotline115.callflow.reference.OwnCode;
import org.jspecify.annotations.Nullable;

/** What a person decides of tonight's request when no place was promised. */
public sealed interface Decision {

  /** It goes on tomorrow if nothing is found tonight. */
  boolean keepOpen();

  /**
   * Nothing was found.
   *
   * @param own the house's finer reason, which counts as {@code reason}; null: none was meant
   */
  record Unmet(
      UnmetReason reason, @Nullable OwnCode own, Set<UnmetSubReason> subReasons, boolean keepOpen)
      implements Decision {

    public Unmet(UnmetReason reason, Set<UnmetSubReason> subReasons, boolean keepOpen) {
      this(reason, null, subReasons, keepOpen);
    }

    public Unmet {
      subReasons = Set.copyOf(subReasons);
      if (!subReasons.isEmpty() && reason != UnmetReason.NO_COMPATIBLE_PLACE) {
        throw new IllegalArgumentException("only NO_COMPATIBLE_PLACE has sub-reasons");
      }
    }
  }

  /** Somebody goes on looking tonight: the request stays in the list of those who wait. */
  record SearchGoesOn(boolean keepOpen) implements Decision {}
}
