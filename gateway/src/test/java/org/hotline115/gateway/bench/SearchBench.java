package org.hotline115.gateway.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.gateway.TestBrowser;

/**
 * A woman with three children and a dog, from a commune: the search in the store beside one plain
 * walk over as many figures, and at the browser's edge beside bare Vert.x with as many bytes.
 */
final class SearchBench {

  private static final int MOST = 50;
  private static final int WARM_UP = 300;

  /** Four agents who never stop searching are more than a département has. */
  private static final int LINES = 4;

  private static final String PATH =
      "/api/board/search?adults=1&minors=3&householdType=WOMAN_WITH_CHILD&pets=DOG"
          + "&inseeCode=34172&most="
          + MOST;

  private final BenchLine line;
  private final BoardGround ground;
  private final int groups;
  private final int searches;

  SearchBench(BenchLine line, BoardGround ground, int groups, int searches) {
    this.line = line;
    this.ground = ground;
    this.groups = groups;
    this.searches = searches;
  }

  void run() throws Exception {
    inTheStore();
    atTheEdge();
  }

  private void inTheStore() throws Exception {
    SearchPlaces search = ground.gateway.search.searchPlaces();
    Household family =
        new Household(
            4,
            HouseholdType.WOMAN_WITH_CHILD,
            Pets.DOG,
            new Ages(3, 0, null, null),
            new Wishes(false, false, false, 0, "34172", null));
    Sampled.Work work =
        _ -> {
          if (search.run(family, MOST).fits().isEmpty()) {
            throw new IllegalStateException("the search found nothing");
          }
        };
    Sampled.of(WARM_UP, 1, work);
    Sampled ours = Sampled.of(searches, 1, work);
    Sampled walk = walks(1);
    int asLong = (int) Math.max(1, Math.round(ours.p50() / walk.p50()));
    line.against("search_store_p50_ms", ours.p50(), "ms", walk.p50());
    line.against("search_store_p99_ms", ours.p99(), "ms", walks(asLong).p99());
    line.measured("search_store_cpu_p99_ms", cpu(work).p99(), "ms");
  }

  /**
   * The least that any search over figures in memory must do: look at each once. So many times in a
   * row it lasts as long as a search, and its slowest hundredth shows what the machine does to us.
   */
  private Sampled walks(int times) throws InterruptedException, ExecutionException {
    int[] figures = ThreadLocalRandom.current().ints(groups, 0, 12).toArray();
    Sampled.Work work =
        number -> {
          int most = 0;
          for (int i = 0; i < times * figures.length; i++) {
            int free = figures[i % figures.length];
            most = free > most && free <= 4 + number % 8 ? free : most;
          }
          if (most == 0) {
            throw new IllegalStateException("all are full");
          }
        };
    Sampled.of(WARM_UP, 1, work);
    return Sampled.of(searches, 1, work);
  }

  /** The processor's time of each search, which knows nothing of others on the machine. */
  private Sampled cpu(Sampled.Work work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] millis = new double[searches];
    for (int i = 0; i < searches; i++) {
      long began = threads.getCurrentThreadCpuTime();
      work.run(i);
      millis[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
    }
    return new Sampled(0, millis);
  }

  private void atTheEdge() throws InterruptedException {
    TestBrowser browser = ground.gateway.browser().signIn(BoardGround.AGENT.value());
    try (HttpLines lines =
        new HttpLines(ground.gateway.port, browser.cookie, browser.csrf, LINES)) {
      lines.ask(WARM_UP, HttpLines.Asked.get(PATH));
      double cpu = Share.processSeconds();
      Sampled ours = lines.ask(searches, HttpLines.Asked.get(PATH));
      double oursCpu = Share.processSeconds() - cpu;
      cpu = Share.processSeconds();
      Sampled bare = HttpLines.bare(searches, LINES, lines.answerBytes(), "");
      double bareCpu = Share.processSeconds() - cpu;
      line.against("search_http_p50_ms", ours.p50(), "ms", bare.p50());
      line.against("search_http_p99_ms", ours.p99(), "ms", bare.p99());
      line.against("search_http_cpu_ms", 1e3 * oursCpu / searches, "ms", 1e3 * bareCpu / searches);
      line.measured("search_http_answer_kb", lines.answerBytes() / 1e3, "kB");
    }
  }
}
