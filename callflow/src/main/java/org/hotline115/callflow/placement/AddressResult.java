package org.hotline115.callflow.placement;

/** What became of asking where a secret place is. */
public sealed interface AddressResult {

  /** For the driver, on the telephone; prints nothing of it. */
  record Opened(String address, String commune, String phone) implements AddressResult {

    @Override
    public String toString() {
      return "an address";
    }
  }

  /** Another agent promised this place. */
  record NotYours() implements AddressResult {}

  /** They are there, or do not come: nobody drives. */
  record NotExpected() implements AddressResult {}

  record NoSuchPlacement() implements AddressResult {}

  /** PostgreSQL did not answer: without a record nothing is opened. */
  record RecordsDown() implements AddressResult {}
}
