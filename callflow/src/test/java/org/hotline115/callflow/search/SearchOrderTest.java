package org.hotline115.callflow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.search.SearchOrder.Standing;
import org.junit.jupiter.api.Test;

class SearchOrderTest {

  private static long fit(boolean onDemand, boolean stale, int minutes, int waste, int order) {
    return SearchOrder.fit(new Standing(onDemand, stale, minutes, order), waste, order);
  }

  private static long miss(Misfit misfit, int amount) {
    return SearchOrder.miss(misfit, amount, new Standing(false, false, 10, 7));
  }

  @Test
  void certainThenFreshThenNearThenExactThenByName() {
    long[] right = {
      fit(false, false, 5, 0, 9),
      fit(false, false, 5, 1, 3),
      fit(false, false, 6, 0, 2),
      fit(false, false, PlaceIndex.NO_MINUTES, 0, 2),
      fit(false, true, 1, 0, 1),
      fit(true, false, 1, 0, 0),
      fit(true, false, 1, 0, 1)
    };
    assertThat(right).isSorted();
    assertThat(right[0]).isNotNegative();
    assertThat(SearchOrder.order(right[0])).isEqualTo(9);
  }

  @Test
  void whatMayChangeTonightIsNearerThanWhatLasts() {
    assertThat(
            new long[] {
              miss(Misfit.TOO_FAR, 4),
              miss(Misfit.TOO_FEW_PLACES, 1),
              miss(Misfit.NOT_YET_RELEASED, 45),
              miss(Misfit.ARRIVAL_OVER, 0),
              miss(Misfit.SEPARATED, 0),
              miss(Misfit.PETS, 0),
              miss(Misfit.NOT_OURS, 0)
            })
        .isSorted();
  }

  @Test
  void theBestAreTheSmallestOfAllThatWereOffered() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      long[] offered = random.longs(random.nextInt(60), 0, 40).toArray();
      int most = random.nextInt(20);
      Best best = new Best(most);
      Arrays.stream(offered).forEach(best::offer);
      assertThat(best.all())
          .as("seed %d", seed)
          .isEqualTo(Arrays.stream(offered).sorted().limit(most).toArray());
    }
  }
}
