package org.hotline115.callflow.place;

import org.hotline115.callflow.contact.Pets;

/** Which animals a place group receives. */
public enum PetsAllowed {
  NONE,
  DOG,
  CAT,
  SMALL,
  ANY;

  boolean admits(Pets pets) {
    return switch (pets) {
      case NONE -> true;
      case DOG -> this == DOG || this == ANY;
      case CAT -> this == CAT || this == SMALL || this == ANY;
      case OTHER -> this == SMALL || this == ANY;
    };
  }
}
