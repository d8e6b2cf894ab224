package org.hotline115.callflow.notice;

import java.util.UUID;

/** Names one approval, so that asking twice approves once. */
public record NoticeId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
