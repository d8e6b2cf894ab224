package org.hotline115.callflow.notice;

import org.hotline115.callflow.place.Audience;

/** What approving or ending a notice came to. */
public sealed interface NoticeResult {

  /** It is said from now on. */
  record Said(Notice notice) implements NoticeResult {}

  record Ended(Notice notice) implements NoticeResult {}

  /** The board has a place for these people. */
  record NotTrue(Audience audience) implements NoticeResult {}

  /** Whether it is true cannot be known now. */
  record BoardDown() implements NoticeResult {}

  /** These people are told something already. */
  record AlreadySaid() implements NoticeResult {}

  /** Nobody listens to more than so many. */
  record TooMany(int most) implements NoticeResult {}

  /** The id belongs to another notice. */
  record OtherNotice() implements NoticeResult {}

  record NoSuchNotice() implements NoticeResult {}

  /** Unknown whether it was noted: ask again with the same id. */
  record RecordsDown() implements NoticeResult {}
}
