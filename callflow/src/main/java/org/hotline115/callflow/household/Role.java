package org.hotline115.callflow.household;

/** What somebody is in a household; {@code domain.md} 4.3. */
public enum Role {
  HEAD,
  PARTNER,
  CHILD,
  OTHER_RELATIVE,
  UNRELATED
}
