package org.hotline115.callflow.board;

import java.util.List;
import org.hotline115.callflow.place.Departement;

/** The names of one département's keys; what they hold stands at {@link RedisPlaceBoard}. */
record BoardKeys(Departement departement) {

  String prefix() {
    return "board:{" + departement.code() + "}:";
  }

  String built() {
    return prefix() + "built";
  }

  String version() {
    return prefix() + "version";
  }

  /** Written again and again, to know whether Redis takes what it is given. */
  String pulse() {
    return prefix() + "pulse";
  }

  /** Whose turn it is to write the board anew. */
  String rebuilding() {
    return prefix() + "rebuilding";
  }

  /** The stream of changes, and the channel of the same name. */
  String changes() {
    return prefix() + "changes";
  }

  String expiry() {
    return prefix() + "expiry";
  }

  String groups() {
    return prefix() + "groups";
  }

  String group(String id) {
    return prefix() + "group:" + id;
  }

  String hold(String id) {
    return prefix() + "hold:" + id;
  }

  /** KEYS[1..5] of every script. */
  List<String> fixed() {
    return List.of(built(), version(), changes(), expiry(), groups());
  }
}
