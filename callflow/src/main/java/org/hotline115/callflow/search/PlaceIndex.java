package org.hotline115.callflow.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.hotline115.callflow.board.ListedGroup;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.Site;
import org.hotline115.callflow.place.Terms;

/**
 * The place groups sorted for searching: those with the same terms together, so that a household is
 * judged once for all of them, and their numbers side by side. Made anew when the directory
 * changes.
 */
final class PlaceIndex {

  /** How far is not known. */
  static final int NO_MINUTES = 4_095;

  /** Groups with the same terms, their numbers side by side. */
  static final class Bucket {

    private final Terms terms;
    private final int[] slot;
    private final int[] order;
    private final int[] staleAfterSeconds;
    private final int[] site;

    private Bucket(Terms terms, Growing grown) {
      this.terms = terms;
      this.slot = numbers(grown.groups, ListedGroup::number);
      this.order = numbers(grown.order, Integer::intValue);
      this.staleAfterSeconds = numbers(grown.groups, each -> 60 * each.group().staleAfterMinutes());
      this.site = numbers(grown.site, Integer::intValue);
    }

    private static <T> int[] numbers(List<T> list, ToIntFunction<T> number) {
      return list.stream().mapToInt(number).toArray();
    }

    Terms terms() {
      return terms;
    }

    int size() {
      return slot.length;
    }

    /** Where its figures stand. */
    int slot(int i) {
      return slot[i];
    }

    /** Its place in the list by name. */
    int order(int i) {
      return order[i];
    }

    int staleAfterSeconds(int i) {
      return staleAfterSeconds[i];
    }

    /** The number of its site. */
    int site(int i) {
      return site[i];
    }
  }

  private final List<PlaceGroup> byOrder;
  private final List<Site> sites;
  private final List<Bucket> buckets;
  private final Ways nowhere;
  private final Map<String, Ways> waysFrom = new ConcurrentHashMap<>();

  private PlaceIndex(List<PlaceGroup> byOrder, List<Site> sites, List<Bucket> buckets) {
    this.byOrder = byOrder;
    this.sites = sites;
    this.buckets = buckets;
    this.nowhere = ways(new TravelTimes.From(Map.of(), null, true));
  }

  private static final class Growing {

    final List<ListedGroup> groups = new ArrayList<>();
    final List<Integer> order = new ArrayList<>();
    final List<Integer> site = new ArrayList<>();
  }

  /** In the order by site and name. */
  static PlaceIndex of(Collection<ListedGroup> listed) {
    List<PlaceGroup> byOrder = new ArrayList<>(listed.size());
    Map<String, Integer> siteNumbers = new HashMap<>();
    List<Site> sites = new ArrayList<>();
    Map<Terms, Growing> growing = new LinkedHashMap<>();
    for (ListedGroup each : listed) {
      Site site = each.group().site();
      int number =
          siteNumbers.computeIfAbsent(
              site.siteId(),
              _ -> {
                sites.add(site);
                return sites.size() - 1;
              });
      Growing bucket = growing.computeIfAbsent(Terms.of(each.group()), _ -> new Growing());
      bucket.groups.add(each);
      bucket.order.add(byOrder.size());
      bucket.site.add(number);
      byOrder.add(each.group());
    }
    List<Bucket> buckets = new ArrayList<>();
    growing.forEach((terms, grown) -> buckets.add(new Bucket(terms, grown)));
    return new PlaceIndex(byOrder, sites, buckets);
  }

  List<Bucket> buckets() {
    return buckets;
  }

  PlaceGroup group(int order) {
    return byOrder.get(order);
  }

  /** How far each site is from one commune. */
  static final class Ways {

    private final int[] minutes;
    private final TravelTimes.From from;

    private Ways(int[] minutes, TravelTimes.From from) {
      this.minutes = minutes;
      this.from = from;
    }

    /** {@link #NO_MINUTES} when it is not known. */
    int minutesTo(int site) {
      return minutes[site];
    }

    TravelTimes.From from() {
      return from;
    }
  }

  /**
   * Computed when a commune is first asked for and kept: a département has a few hundred. What no
   * list names, and what was read while PostgreSQL was away, is not kept.
   */
  Ways waysFrom(String inseeCode, TravelTimes travelTimes) {
    Ways kept = waysFrom.get(inseeCode);
    if (kept != null) {
      return kept;
    }
    Ways ways = ways(travelTimes.from(inseeCode));
    if (ways.from().isWhole() && !ways.from().saysNothing()) {
      waysFrom.put(inseeCode, ways);
    }
    return ways;
  }

  private Ways ways(TravelTimes.From from) {
    int[] minutes = new int[sites.size()];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] =
          from.to(sites.get(i))
              .map(WayThere::minutes)
              .map(some -> Math.min(NO_MINUTES - 1, some))
              .orElse(NO_MINUTES);
    }
    return new Ways(minutes, from);
  }

  /** Nobody said from where. */
  Ways nowhere() {
    return nowhere;
  }
}
