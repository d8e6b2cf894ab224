package org.hotline115.gateway.web;

import java.util.regex.Pattern;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Admission;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.search.SearchPlaces;
import org.jspecify.annotations.Nullable;

/** Who can take this household tonight, and why; the communes one may come from. */
public final class SearchRoutes implements Routes {

  private static final int FITS_AT_FIRST = 20;
  private static final Pattern INSEE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");

  private final SearchPlaces searching;
  private final Communes communes;

  public SearchRoutes(SearchPlaces searching, Communes communes) {
    this.searching = searching;
    this.communes = communes;
  }

  private record CommuneView(String inseeCode, String name) {}

  @Override
  public void mount(Api api) {
    api.get("/api/board/search", this::search);
    api.get(
        "/api/communes",
        request ->
            Answer.ok(
                communes.all().stream()
                    .map(commune -> new CommuneView(commune.inseeCode(), commune.name()))
                    .toList()));
  }

  private Answer search(ApiRequest request) {
    Fields query = request.queryFields();
    int most = query.optionalNumberText("most", 1, SearchPlaces.FITS_MOST).orElse(FITS_AT_FIRST);
    Household household = household(query);
    query.nothingElse();
    return Answer.ok(searching.run(household, most));
  }

  private static Household household(Fields query) {
    int adults = query.optionalNumberText("adults", 0, Household.PERSONS_MAX).orElse(1);
    int minors = query.optionalNumberText("minors", 0, Household.PERSONS_MAX).orElse(0);
    if (adults + minors < 1 || adults + minors > Household.PERSONS_MAX) {
      throw Problem.field("OUT_OF_RANGE", "adults", "1 to 50 persons in all").refused();
    }
    return new Household(
        adults + minors,
        query.optionalCode("householdType", HouseholdType.class).orElse(HouseholdType.UNKNOWN),
        query.optionalCode("pets", Pets.class).orElse(Pets.NONE),
        new Ages(
            minors,
            query.optionalNumberText("under3", 0, Household.PERSONS_MAX).orElse(0),
            number(query, "youngest", 0, Admission.AGE_MAX),
            number(query, "oldest", 0, Admission.AGE_MAX)),
        wishes(query));
  }

  private static Wishes wishes(Fields query) {
    return new Wishes(
        query.flagText("reducedMobility"),
        query.flagText("notSeparated"),
        query.flagText("womenOnly"),
        query.optionalNumberText("cots", 0, Household.PERSONS_MAX).orElse(0),
        query
            .optionalText("inseeCode", 5)
            .map(code -> {
              if (!INSEE.matcher(code).matches()) {
                throw Problem.field("INVALID_VALUE", "inseeCode", "an INSEE code such as 34172")
                    .refused();
              }
              return code;
            })
            .orElse(null),
        number(query, "wayMinutes", 1, Wishes.MINUTES_MOST));
  }

  private static @Nullable Integer number(Fields query, String name, int min, int max) {
    var number = query.optionalNumberText(name, min, max);
    return number.isPresent() ? number.getAsInt() : null;
  }
}
