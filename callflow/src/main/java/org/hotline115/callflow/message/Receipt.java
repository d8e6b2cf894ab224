package org.hotline115.callflow.message;

import org.jspecify.annotations.Nullable;

/** What the provider says became of a text of its id: SENT, DELIVERED, UNDELIVERED or FAILED. */
public record Receipt(String providerId, MessageStatus status, @Nullable String errorCode) {

  public Receipt {
    boolean isToldByAProvider =
        switch (status) {
          case SENT, DELIVERED, UNDELIVERED, FAILED -> true;
          case QUEUED,
              SENDING,
              UNKNOWN,
              EXPIRED,
              WITHDRAWN,
              JOURNALED,
              SUPPRESSED_DISCRETION,
              SUPPRESSED_OPT_OUT ->
              false;
        };
    if (!isToldByAProvider) {
      throw new IllegalArgumentException("no provider says " + status);
    }
  }
}
