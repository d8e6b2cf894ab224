package org.hotline115.gateway.web;

import java.util.Optional;
import org.hotline115.callflow.contact.ContactId;

/** How a household wished to be called, for the door of the site that expects it. */
public interface GuestNames {

  /** Empty when nothing was said, and while the records are away. */
  Optional<String> of(ContactId contactId);
}
