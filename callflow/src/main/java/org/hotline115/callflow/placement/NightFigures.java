package org.hotline115.callflow.placement;

/**
 * What became of a night's promises so far ({@code domain.md} 5.2). Counted are placements whose
 * hour is past; places are those of the placements.
 *
 * @param came who arrived, also who left again
 * @param didNotCome of whom a person or the site said so
 * @param toCheck of whom nobody has said anything: apart, in no rate
 * @param placesBack that came back because somebody did not come
 * @param placesGivenAgain of these, those given again the same night: a promise in the same group
 *     after a place came back there gives it again
 */
public record NightFigures(
    int came, int didNotCome, int toCheck, int placesBack, int placesGivenAgain) {}
