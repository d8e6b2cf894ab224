package org.hotline115.callflow.call;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Talks in the row of their call. One talk is its answer, its agent and its end, which figures
 * read; only where there is more are all of them in a column of their own, a line for each
 * beginning ({@code + moment agent ringSeconds}) and each end ({@code - moment}).
 */
final class JdbcTalks {

  private JdbcTalks() {}

  static @Nullable String column(Talks talks) {
    if (talks.begun().size() <= 1 && talks.ended().size() <= 1) {
      return null;
    }
    Stream<String> begun =
        talks.begun().stream()
            .map(talk -> "+ %s %s %d".formatted(talk.since(), talk.agent(), talk.ringSeconds()));
    return Stream.concat(begun, talks.ended().stream().map(end -> "- " + end))
        .collect(Collectors.joining("\n"));
  }

  static Talks of(ResultSet row) throws SQLException {
    String column = row.getString("talks");
    return column == null ? single(row) : of(column);
  }

  private static Talks single(ResultSet row) throws SQLException {
    Instant answeredAt = instant(row, "answered_at");
    AgentId agent = JdbcCallRow.agent(row, "agent");
    Instant endedAt = instant(row, "talk_ended_at");
    return new Talks(
        answeredAt == null || agent == null
            ? List.of()
            : List.of(new Talks.Talk(agent, answeredAt, row.getLong("ring_seconds"))),
        endedAt == null ? List.of() : List.of(endedAt));
  }

  private static Talks of(String column) {
    List<Talks.Talk> begun = new ArrayList<>();
    List<Instant> ended = new ArrayList<>();
    column
        .lines()
        .map(line -> line.split(" "))
        .forEach(words -> {
          Instant at = Instant.parse(words[1]);
          if (words[0].equals("+")) {
            begun.add(new Talks.Talk(new AgentId(words[2]), at, Long.parseLong(words[3])));
          } else {
            ended.add(at);
          }
        });
    return new Talks(begun, ended);
  }
}
