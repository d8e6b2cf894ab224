package org.hotline115.gateway.web;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.placement.Placement;

/** Sends the address of a promised place to the person, when that is wished and safe. */
public interface PromiseText {

  /** What the agent is told of it. */
  enum Outcome {
    QUEUED,
    NOT_AGREED,
    NO_NUMBER,
    /** The person wants no texts at all: the address must be told now. */
    OPTED_OUT,
    SUPPRESSED_DISCRETION
  }

  /** Repeatable: one placement has one text. */
  Outcome after(Placement placement, ContactId contactId, AgentId by);
}
