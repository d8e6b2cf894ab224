package org.hotline115.callflow.caller;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as it may be kept: the state of the caller id and, when a number was presented, its
 * key and the encrypted number. Holds nothing readable, so facts may carry it into files.
 */
public record CallerIdentity(
    CallerIdState state, @Nullable CallerKey key, @Nullable SealedNumber number) {

  public static CallerIdentity without(CallerIdState state) {
    return new CallerIdentity(state, null, null);
  }

  /** Two readings of the same caller are equal: encryption differs each time, the key does not. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerIdentity that
        && state == that.state
        && Objects.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(state, key);
  }
}
