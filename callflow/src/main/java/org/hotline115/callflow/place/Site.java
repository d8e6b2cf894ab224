package org.hotline115.callflow.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a shelter is. Address, commune and point of a secret site are kept for those who drive
 * there; {@link #shownAddress} and {@link #shownCommune} are what everybody else gets.
 *
 * @param point null when nobody measured it
 * @param petsAllowed what holds for each of its groups that says nothing else; likewise {@code
 *     accessReducedMobility}
 */
public record Site(
    String siteId,
    String organisation,
    String name,
    SiteKind kind,
    String commune,
    String inseeCode,
    String address,
    boolean addressIsSecret,
    @Nullable GeoPoint point,
    String phone,
    Access accessReducedMobility,
    PetsAllowed petsAllowed) {

  /** Empty for a secret address: it never reaches a screen, a text message or a log. */
  public String shownAddress() {
    return addressIsSecret ? "" : address;
  }

  /** Empty for a secret address: in a village it would say as much. */
  public String shownCommune() {
    return addressIsSecret ? "" : commune;
  }

  /** Empty for a secret address: a number is looked up in a minute. */
  public String shownPhone() {
    return addressIsSecret ? "" : phone;
  }

  @Override
  public String toString() {
    return "Site[" + siteId + "]";
  }
}
