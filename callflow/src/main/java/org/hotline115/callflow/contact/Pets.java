package org.hotline115.callflow.contact;

/** The animal a household has with it: hotels and gymnasiums often refuse it. */
public enum Pets {
  NONE,
  DOG,
  CAT,
  OTHER
}
