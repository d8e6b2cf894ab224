package org.hotline115.gateway.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.hotline115.gateway.TestGateway;
import org.hotline115.gateway.browser.PageBench;

/**
 * The board of a whole gateway on servers of its own, each figure beside the most that is possible
 * in the same run: holds, promises, searches, a race and a rebuild on a very large board; live
 * screens and the page on the board of a large département.
 */
public final class BoardBench {

  private static final int PAGE_CHANGES_PER_SECOND = 50;

  /** What the page may cost: a tenth of a core. */
  private static final double PAGE_SHARE_AIM = 0.1;

  /** How much of everything. */
  record Size(
      int groups,
      int liveHolds,
      int holds,
      int promises,
      int searches,
      int contenders,
      int departementGroups,
      List<Integer> screens,
      int messages,
      int pageGroups,
      int pageSeconds) {

    static final Size WHOLE =
        new Size(
            50_000,
            5_000,
            20_000,
            1_000,
            2_000,
            5_000,
            500,
            List.of(100, 1_000, 5_000),
            200_000,
            2_000,
            20);
  }

  private final BenchLine line;
  private final Size size;

  BoardBench(BenchLine line, Size size) {
    this.line = line;
    this.size = size;
  }

  public static void main(String[] arguments) throws Exception {
    new BoardBench(BenchLine.alone("board", arguments), Size.WHOLE).run();
    System.exit(0); // the embedded PostgreSQL ends with the JVM
  }

  void run() throws Exception {
    try (BoardGround ground = new BoardGround(size.departementGroups())) {
      onALargeBoard(ground);
    }
    try (BoardGround ground = new BoardGround(size.departementGroups())) {
      FanOutBench fanOut = new FanOutBench(line, ground);
      for (int screens : size.screens()) {
        fanOut.run(screens, Math.clamp(50_000 / screens, 10, 100), size.messages());
      }
      ground.growTo(size.pageGroups());
      page(ground);
    }
  }

  private void onALargeBoard(BoardGround ground) throws Exception {
    long heap = heapBytes();
    long redis = ground.redisBytes();
    ground.growTo(size.groups());
    double thousands = (size.groups() - size.departementGroups()) / 1_000.0;
    line.measured("memory_java_kb_of_1000", (heapBytes() - heap) / 1e3 / thousands, "kB");
    line.measured("memory_redis_kb_of_1000", (ground.redisBytes() - redis) / 1e3 / thousands, "kB");
    HoldBench holds = new HoldBench(line, ground, size.holds(), size.promises());
    ground.hold(size.liveHolds());
    new SearchBench(line, ground, size.groups(), size.searches()).run();
    rebuild(ground);
    holds.run();
    holds.race(size.contenders());
  }

  /** From the loss of everything in Redis to the same figures and holds in it. */
  private void rebuild(BoardGround ground) throws InterruptedException {
    ground.awaitJournal(size.liveHolds());
    double copied = ground.copySeconds();
    double cpu = Share.processSeconds();
    long started = System.nanoTime();
    ground.empty();
    BoardGround.await("the board is down", () -> !ground.isUp());
    BoardGround.await("the board is whole again", ground::isWhole);
    line.against("rebuild_s", (System.nanoTime() - started) / 1e9, "s", copied);
    line.measured("rebuild_java_cpu_s", Share.processSeconds() - cpu, "s");
    int found = ground.direct.picture().orElseThrow().holds().size();
    line.against("rebuild_holds", found, "", size.liveHolds());
  }

  /** The page beside itself while nothing changes, and beside the aim. */
  private void page(BoardGround ground) {
    String address = "http://127.0.0.1:" + ground.gateway.port + "/";
    try (PageBench page = new PageBench(address, "sophie", TestGateway.PASSWORD)) {
      PageBench.Load rests = page.load(size.pageSeconds(), 0, () -> {});
      long[] number = {0};
      PageBench.Load busy =
          page.load(
              size.pageSeconds(), PAGE_CHANGES_PER_SECOND, () -> ground.changeAny(number[0]++));
      line.measured("page_at_rest_core_share", rests.renderer(), "cores");
      line.against("page_main_thread_core_share", busy.mainThread(), "cores", PAGE_SHARE_AIM);
      line.against("page_core_share", busy.renderer(), "cores", PAGE_SHARE_AIM);
      line.measured("page_browser_core_share", busy.browser(), "cores");
    }
  }

  private static long heapBytes() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
