package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CapacityTest {

  @Test
  void aHouseholdTakesWholeRooms() {
    Capacity fours = Capacity.rooms(3, 4);
    assertThat(fours.placesFor(1)).isEqualTo(4);
    assertThat(fours.placesFor(4)).isEqualTo(4);
    assertThat(fours.placesFor(5)).isEqualTo(8);
    assertThat(Capacity.dormitory(12).placesFor(5)).isEqualTo(5);
  }

  @Test
  void partOfARoomIsNoRoom() {
    Capacity fours = Capacity.rooms(3, 4);
    assertThat(fours.usable(7)).isEqualTo(4);
    assertThat(fours.usable(3)).isZero();
  }

  @Test
  void takingFourTogetherIsAnotherFigureThanFourPlaces() {
    assertThat(Capacity.rooms(2, 2).together(4)).isEqualTo(2);
    assertThat(Capacity.rooms(1, 4).together(4)).isEqualTo(4);
    assertThat(Capacity.rooms(1, 4).together(3)).isZero();
    assertThat(Capacity.dormitory(10).together(4)).isEqualTo(4);
  }

  /** Whatever the rooms: never fewer places than persons, never a room too many, always whole. */
  @Test
  void placesTakenAreTheFewestWholeRooms() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      int size = 1 + random.nextInt(Capacity.ROOM_SIZE_MAX);
      int rooms = 1 + random.nextInt(30);
      Capacity capacity = Capacity.rooms(rooms, size);
      int persons = 1 + random.nextInt(50);
      int free = random.nextInt(rooms * size + 1);
      int places = capacity.placesFor(persons);
      assertThat(places).as("seed %d", seed).isBetween(persons, persons + size - 1);
      assertThat(places % size).as("seed %d", seed).isZero();
      assertThat(places <= capacity.usable(free))
          .as("seed %d: fits exactly when enough whole rooms are free", seed)
          .isEqualTo(free / size >= Math.ceilDiv(persons, size));
      assertThat(capacity.together(free)).as("seed %d", seed).isBetween(0, capacity.usable(free));
    }
  }

  @Test
  void roomsAreWhole() {
    assertThatThrownBy(() -> new Capacity(PlaceUnit.ROOM, 4, 10, 0, null, 0, false))
        .hasMessageContaining("whole rooms");
    assertThatThrownBy(() -> new Capacity(PlaceUnit.PERSON_PLACE, 2, 10, 0, null, 0, false))
        .hasMessageContaining("one person");
    assertThatThrownBy(() -> new Capacity(PlaceUnit.ROOM, 2, 10, 11, null, 0, false))
        .hasMessageContaining("closed places");
  }
}
