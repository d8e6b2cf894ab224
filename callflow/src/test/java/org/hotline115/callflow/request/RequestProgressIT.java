package org.hotline115.callflow.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.request.RequestSamples.contact;
import static org.hotline115.callflow.request.RequestSamples.man;

import java.util.UUID;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.FileCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be told to who rings again, when nobody knows who holds the telephone. */
class RequestProgressIT {

  private static final CallerKey KEY = new CallerKey("a".repeat(64));
  private static final CallerKey OTHER = new CallerKey("b".repeat(64));

  private BoardHouse house;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(1, 4), PlaceBoard.HoldTimes.DEFAULT);
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private ShelterRequest asks(CallerKey key) {
    ContactId contact = contact();
    house.facts.put(contact, man(contact, key, Pets.NONE));
    return house.requests.openRequest().run(contact).orElseThrow();
  }

  private void becomes(ShelterRequest request, String change) {
    house.records.with(handle ->
        handle.execute(
            "UPDATE shelter_request SET " + change + " WHERE request_id = CAST(? AS uuid)",
            request.requestId().toString()));
  }

  private ReadRequests read() {
    return house.requests.readRequests();
  }

  /** As a telephone's buttons have it, written here a second time on purpose. */
  private static String keyed(FileCode code) {
    StringBuilder digits = new StringBuilder();
    for (char sign : code.value().toCharArray()) {
      digits.append(
          switch (sign) {
            case 'A', 'B', 'C' -> '2';
            case 'D', 'E', 'F' -> '3';
            case 'G', 'H', 'I' -> '4';
            case 'J', 'K', 'L' -> '5';
            case 'M', 'N', 'O' -> '6';
            case 'P', 'Q', 'R', 'S' -> '7';
            case 'T', 'U', 'V' -> '8';
            case 'W', 'X', 'Y', 'Z' -> '9';
            default -> sign;
          });
    }
    return digits.toString();
  }

  @Test
  void anOpenRequestStandsByNumberAndByItsCode() {
    ShelterRequest request = asks(KEY);

    assertThat(read().progressOf(KEY)).contains(RequestProgress.STANDS);
    assertThat(read().progressOfKeyedCode(keyed(request.fileCode())))
        .contains(RequestProgress.STANDS);
    assertThat(read().progressOf(OTHER)).isEmpty();
    assertThat(read().progressOfKeyedCode("0000")).isEmpty();
  }

  @Test
  void whatWasFoundIsNotToldButThatThereIsAnAnswer() {
    ShelterRequest request = asks(KEY);
    becomes(request, "status = 'MET', decided_at = now()");

    assertThat(read().progressOf(KEY)).contains(RequestProgress.ANSWERED);
    assertThat(read().progressOfKeyedCode(keyed(request.fileCode())))
        .contains(RequestProgress.ANSWERED);
  }

  @Test
  void aRequestThatIsOverSaysNothing() {
    ShelterRequest request = asks(KEY);
    becomes(request, "status = 'CANCELLED', decided_at = now()");

    assertThat(read().progressOf(KEY)).isEmpty();
    assertThat(read().progressOfKeyedCode(keyed(request.fileCode()))).isEmpty();
  }

  @Test
  void aTelephoneOfSeveralSaysNothingByItsNumberAndStillByTheCode() {
    ShelterRequest request = asks(KEY);
    for (int person = 0; person < 2; person++) {
      usesIt(null);
    }

    assertThat(read().progressOf(KEY)).isEmpty();
    assertThat(read().progressOfKeyedCode(keyed(request.fileCode())))
        .contains(RequestProgress.STANDS);
  }

  @Test
  void aTelephoneThatSomebodyCalledUnsafeSaysNothing() {
    asks(KEY);
    usesIt(false);

    assertThat(read().progressOf(KEY)).isEmpty();
  }

  private void usesIt(@Nullable Boolean safeToCall) {
    UUID person = UUID.randomUUID();
    house.records.with(handle ->
        handle.execute(
            "INSERT INTO person (person_id, version, identity_quality, gender, created_at, created_by,"
                + " changed_at) VALUES (CAST(? AS uuid), 1, 'ANONYMOUS', 'UNKNOWN', now(), 'claire',"
                + " now())",
            person.toString()));
    house.records.with(handle ->
        handle.execute(
            "INSERT INTO person_number (number_id, person_id, caller_key, safe_to_call, added_at,"
                + " added_by) VALUES (gen_random_uuid(), CAST(? AS uuid), ?, CAST(? AS boolean),"
                + " now(), 'claire')",
            person.toString(),
            KEY.hex(),
            safeToCall == null ? null : safeToCall.toString()));
  }
}
