package org.hotline115.callflow.shelter;

import java.util.List;

/** What a link opens, or why not. */
public sealed interface LinkResult {

  /** The figures of its site as they are now. */
  record Open(List<SiteFigure> groups) implements LinkResult {

    public Open {
      groups = List.copyOf(groups);
    }
  }

  record Expired() implements LinkResult {}

  record Used() implements LinkResult {}

  record NoSuchLink() implements LinkResult {}

  /** This group is not of the link's site. */
  record NoSuchGroup() implements LinkResult {}

  record TooMany(int open) implements LinkResult {}

  /** The id of this telling said something else before. */
  record OtherTelling() implements LinkResult {}

  /** Unknown: the same again in a moment. */
  record RecordsDown() implements LinkResult {}
}
