package org.hotline115.callflow.place;

/**
 * Where a shelter is. The address of a secret site is kept for those who drive there; {@link
 * #shownAddress} is what everybody else gets.
 */
public record Site(
    String siteId,
    String organisation,
    String name,
    String commune,
    String inseeCode,
    String address,
    boolean addressIsSecret,
    String phone) {

  /** Empty for a secret address: it never reaches a screen, a text message or a log. */
  public String shownAddress() {
    return addressIsSecret ? "" : address;
  }

  @Override
  public String toString() {
    return "Site[" + siteId + "]";
  }
}
