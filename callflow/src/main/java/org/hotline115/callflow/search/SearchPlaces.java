package org.hotline115.callflow.search;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hotline115.callflow.board.Figures;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.Capacity;
import org.hotline115.callflow.place.FitRules;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.Obstacle;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.Terms;
import org.hotline115.callflow.place.Tonight;
import org.hotline115.callflow.search.PlaceIndex.Bucket;

/**
 * Who can take this household tonight: what is certain before what must be asked for, fresh figures
 * before stale ones, the nearer first, the smaller waste of a room first. Never waits for Redis;
 * the figures are those of {@link ReadBoard}.
 */
public final class SearchPlaces {

  public static final int FITS_MOST = 50;
  private static final int NEAR_MISSES_MOST = 5;
  private static final int ALTERNATIVES_MOST = 5;

  private final ReadBoard board;
  private final Supplier<PlaceIndex> sorted;
  private final TravelTimes travelTimes;
  private final InstantSource clock;
  private final ZoneId zone;

  SearchPlaces(
      ReadBoard board,
      Supplier<PlaceIndex> sorted,
      TravelTimes travelTimes,
      InstantSource clock,
      ZoneId zone) {
    this.board = board;
    this.sorted = sorted;
    this.travelTimes = travelTimes;
    this.clock = clock;
    this.zone = zone;
  }

  public SearchAnswer run(Household household, int most) {
    Search search = new Search(household, Math.min(FITS_MOST, most));
    search.look();
    return search.answer();
  }

  /**
   * What keeps a household from what is free tonight: of each group with a free place the reason
   * that lasts longest.
   *
   * @param somethingIsFree in a group that we may fill
   * @param somethingFits now, at this hour and from where they are
   */
  public record Outlook(boolean somethingIsFree, boolean somethingFits, Set<Misfit> misfits) {

    public Outlook {
      misfits = Set.copyOf(misfits);
    }
  }

  public Outlook outlook(Household household) {
    return new Search(household, 1).outlook();
  }

  /** Where else: what the loser of a race needs at once. */
  public List<FoundPlace> alternatives(PlaceGroupId taken, Household household) {
    return run(household, ALTERNATIVES_MOST + 1).fits().stream()
        .filter(found -> !found.group().placeGroupId().equals(taken))
        .limit(ALTERNATIVES_MOST)
        .toList();
  }

  /**
   * One group by the rules of every search, also when it would not be among the best; empty while
   * there is no such group or no figure of it.
   */
  public Optional<FoundPlace> look(PlaceGroupId id, Household household) {
    return board.placeGroup(id).flatMap(new Search(household, 1)::look);
  }

  /** One search: what it reads stays the same from its first look to its answer. */
  private final class Search {

    private final Household household;
    private final Tonight tonight = Tonight.at(clock.instant(), zone);
    private final int nowSecond = (int) tonight.now().getEpochSecond();
    private final PlaceIndex index = sorted.get();
    private final Figures.Look figures = board.figures();
    private final PlaceIndex.Ways ways;
    private final int minutesMax;
    private final Best fits;
    private final Best misses = new Best(NEAR_MISSES_MOST);
    private int fitting;

    Search(Household household, int most) {
      this.household = household;
      this.fits = new Best(most);
      String from = household.wishes().fromInsee();
      this.ways = from == null ? index.nowhere() : index.waysFrom(from, travelTimes);
      Integer wished = household.wishes().minutesMax();
      this.minutesMax = wished == null ? PlaceIndex.NO_MINUTES : wished;
    }

    void look() {
      for (Bucket bucket : index.buckets()) {
        List<Obstacle> obstacles = FitRules.obstacles(bucket.terms(), household, tonight);
        if (obstacles.isEmpty()) {
          lookForFits(bucket);
        } else if (obstacles.size() == 1) {
          lookForMisses(bucket, obstacles.getFirst());
        }
      }
    }

    Outlook outlook() {
      boolean somethingIsFree = false;
      EnumSet<Misfit> misfits = EnumSet.noneOf(Misfit.class);
      for (Bucket bucket : index.buckets()) {
        List<Obstacle> obstacles = FitRules.obstacles(bucket.terms(), household, tonight);
        boolean ours = obstacles.stream().noneMatch(o -> o.misfit() == Misfit.NOT_OURS);
        for (int i = 0; ours && i < bucket.size(); i++) {
          if (figures.free(bucket.slot(i)) > 0) {
            somethingIsFree = true;
            misfit(bucket, i, obstacles).ifPresentOrElse(misfits::add, () -> fitting++);
          }
        }
      }
      return new Outlook(somethingIsFree, fitting > 0, misfits);
    }

    /** What an hour changes comes last. */
    private Optional<Misfit> misfit(Bucket bucket, int i, List<Obstacle> obstacles) {
      Capacity shape = bucket.terms().shape();
      int wanted = shape.placesFor(household.persons());
      if (!obstacles.isEmpty() && !obstacles.getFirst().misfit().isOfTheHour()) {
        return Optional.of(obstacles.getFirst().misfit());
      }
      if (tooFar(bucket, i) > 0) {
        return Optional.of(Misfit.TOO_FAR);
      }
      if (shape.usable(figures.free(bucket.slot(i))) < wanted) {
        return Optional.of(Misfit.TOO_FEW_PLACES);
      }
      return obstacles.stream().findFirst().map(Obstacle::misfit);
    }

    private void lookForFits(Bucket bucket) {
      int wanted = bucket.terms().shape().placesFor(household.persons());
      int waste = wanted - household.persons();
      for (int i = 0; i < bucket.size(); i++) {
        int free = figures.free(bucket.slot(i));
        if (free <= 0) {
          continue;
        }
        int missing = wanted - bucket.terms().shape().usable(free);
        int tooFar = tooFar(bucket, i);
        if (missing <= 0 && tooFar <= 0) {
          fitting++;
          fits.offer(SearchOrder.fit(standing(bucket, i), waste, bucket.order(i)));
        } else if (missing <= 0) {
          misses.offer(SearchOrder.miss(Misfit.TOO_FAR, tooFar, standing(bucket, i)));
        } else if (tooFar <= 0) {
          misses.offer(SearchOrder.miss(Misfit.TOO_FEW_PLACES, missing, standing(bucket, i)));
        }
      }
    }

    private void lookForMisses(Bucket bucket, Obstacle obstacle) {
      int wanted = bucket.terms().shape().placesFor(household.persons());
      int amount =
          obstacle.misfit() == Misfit.NOT_YET_RELEASED && obstacle.time() != null
              ? (int) tonight.minutesUntil(obstacle.time())
              : obstacle.amount();
      for (int i = 0; i < bucket.size(); i++) {
        int free = figures.free(bucket.slot(i));
        if (free >= wanted
            && bucket.terms().shape().usable(free) >= wanted
            && tooFar(bucket, i) <= 0) {
          misses.offer(SearchOrder.miss(obstacle.misfit(), amount, standing(bucket, i)));
        }
      }
    }

    /** Minutes beyond what they asked; what is not known is not too far. */
    private int tooFar(Bucket bucket, int i) {
      int some = ways.minutesTo(bucket.site(i));
      return some == PlaceIndex.NO_MINUTES ? 0 : some - minutesMax;
    }

    private SearchOrder.Standing standing(Bucket bucket, int i) {
      boolean onDemand = bucket.terms().shape().onDemand();
      int age = nowSecond - figures.toldAtSecond(bucket.slot(i));
      return new SearchOrder.Standing(
          onDemand,
          !onDemand && age > bucket.staleAfterSeconds(i),
          ways.minutesTo(bucket.site(i)),
          bucket.order(i));
    }

    SearchAnswer answer() {
      return new SearchAnswer(
          tonight.night(), board.light(), board.asOf(), fitting, found(fits), found(misses));
    }

    private List<FoundPlace> found(Best best) {
      List<FoundPlace> found = new ArrayList<>();
      for (long key : best.all()) {
        PlaceGroup group = index.group(SearchOrder.order(key));
        look(group).ifPresent(found::add);
      }
      return found;
    }

    Optional<FoundPlace> look(PlaceGroup group) {
      return board.view(group, household).map(view -> found(group, view));
    }

    private FoundPlace found(PlaceGroup group, GroupView view) {
      Terms terms = Terms.of(group);
      Optional<WayThere> way = ways.from().to(group.site());
      List<Obstacle> whyNot = new ArrayList<>(FitRules.obstacles(terms, household, tonight));
      way.map(there -> there.minutes() - minutesMax)
          .filter(beyond -> beyond > 0)
          .ifPresent(beyond -> whyNot.add(new Obstacle(Misfit.TOO_FAR, beyond, null)));
      FitRules.tooFew(terms, household, view.free()).ifPresent(whyNot::add);
      return new FoundPlace(
          view,
          terms.shape().placesFor(household.persons()),
          view.isStale(tonight.now()),
          FitRules.reasons(terms, household, isNear(way)),
          whyNot,
          way.orElse(null));
    }

    private boolean isNear(Optional<WayThere> way) {
      return household.wishes().minutesMax() != null
          && way.filter(there -> there.minutes() <= minutesMax).isPresent();
    }
  }
}
