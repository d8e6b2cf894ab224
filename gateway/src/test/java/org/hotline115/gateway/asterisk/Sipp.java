package org.hotline115.gateway.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** SIPp as callers and as agents' phones. Scenarios are the files in src/test/resources/sipp. */
public final class Sipp implements AutoCloseable {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /**
   * Each SIPp has a thousand ports for its audio, far from Asterisk's own (TestAsterisk: 20000 to
   * 32000). Where to begin is chance: other tests may run on this machine.
   */
  private static final int AUDIO_FIRST = 40_000;

  private static final int AUDIO_SHARES = 20;
  private static final AtomicInteger SHARE =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(AUDIO_SHARES));

  private final Process process;
  private final Path log;
  private Path counts = Path.of("");

  private Sipp(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Who calls, and for how long. */
  public record Caller(String name, String number, String digit, Duration stays, String dials) {

    public static Caller staying(Duration stays) {
      return new Caller("", "0612345678", "", stays, "115");
    }

    public Caller named(String newName) {
      return new Caller(newName, number, digit, stays, dials);
    }

    public Caller from(String newNumber) {
      return new Caller(name, newNumber, digit, stays, dials);
    }

    public Caller pressing(String newDigit) {
      return new Caller(name, number, newDigit, stays, dials);
    }

    public Caller dialling(String line) {
      return new Caller(name, number, digit, stays, line);
    }
  }

  /** One caller rings 115, or the number he dials. */
  public static Sipp call(TestAsterisk asterisk, Caller caller) {
    return call(asterisk, caller, 1, 1);
  }

  /** One caller who speaks all the time: a tone, where the others are silent. */
  public static Sipp speaking(TestAsterisk asterisk, Caller caller) {
    byte[] tone = new byte[8_000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (byte) (i % 16 < 8 ? 0x95 : 0x15);
    }
    return run(asterisk.folder(), "caller.xml", words(asterisk, caller, 1, 1), tone);
  }

  /** Several alike, so many each second. */
  public static Sipp call(TestAsterisk asterisk, Caller caller, int calls, int perSecond) {
    String scenario = caller.digit().isEmpty() ? "caller.xml" : "caller_presses.xml";
    return run(asterisk.folder(), scenario, words(asterisk, caller, calls, perSecond));
  }

  private static List<String> words(
      TestAsterisk asterisk, Caller caller, int calls, int perSecond) {
    List<String> words = new ArrayList<>(List.of("127.0.0.1:" + asterisk.sipPort()));
    words.addAll(List.of("-s", caller.dials(), "-m", "" + calls, "-r", "" + perSecond));
    words.addAll(List.of("-l", "" + calls, "-d", "" + caller.stays().toMillis()));
    words.addAll(List.of("-key", "name", caller.name(), "-key", "number", caller.number()));
    words.addAll(List.of("-key", "digit", caller.digit()));
    words.addAll(List.of("-p", "" + TestAsterisk.freeUdpPort()));
    return words;
  }

  /**
   * One caller who rings this number and presses keys: each one after so many milliseconds, as in
   * {@code "1500:0 2000:2"}; then he stays.
   */
  public static Sipp keys(TestAsterisk asterisk, Caller caller, String keys) {
    List<String> words = new ArrayList<>(List.of("127.0.0.1:" + asterisk.sipPort()));
    words.addAll(List.of("-s", "115", "-m", "1", "-d", "" + caller.stays().toMillis()));
    words.addAll(List.of("-key", "name", caller.name(), "-key", "number", caller.number()));
    words.addAll(List.of("-p", "" + TestAsterisk.freeUdpPort()));
    return run(asterisk.folder(), "caller_keys.xml", words, text -> withKeys(text, keys));
  }

  /** The scenario's one key press, once for each key. */
  private static String withKeys(String text, String keys) {
    int start = text.indexOf("<!--key-->");
    int end = text.indexOf("<!--/key-->");
    StringBuilder all = new StringBuilder(text.substring(0, start));
    int sequence = 2;
    for (String key : keys.split(" ")) {
      String[] parts = key.split(":");
      all.append(
          text.substring(start, end)
              .replace("[after]", parts[0])
              .replace("[key]", parts[1])
              .replace("[sequence]", "" + sequence++));
    }
    return all.append(text.substring(end)).toString().replace("[last]", "" + sequence);
  }

  /**
   * One caller who keys this, one key after the other: {@code w} waits two seconds. The audio is
   * silence, so that nothing but the keys is heard.
   */
  public static Sipp keying(TestAsterisk asterisk, Caller caller, String keys) {
    List<String> words = new ArrayList<>(List.of("127.0.0.1:" + asterisk.sipPort()));
    words.addAll(List.of("-s", caller.dials(), "-m", "1", "-d", "" + caller.stays().toMillis()));
    words.addAll(List.of("-key", "name", caller.name(), "-key", "number", caller.number()));
    words.addAll(List.of("-p", "" + TestAsterisk.freeUdpPort()));
    byte[] silence = new byte[8_000];
    Arrays.fill(silence, (byte) 0xD5);
    return run(
        asterisk.folder(), "caller_presses.xml", words, silence, text -> withPresses(text, keys));
  }

  /** The scenario of repeated keys, with other keys. */
  private static String withPresses(String scenario, String keys) {
    int first = scenario.indexOf("  <pause milliseconds=\"1500\"/>");
    int last = scenario.lastIndexOf("  <pause/>");
    int info = scenario.indexOf("  <send retrans", first);
    String press =
        scenario.substring(info, scenario.indexOf("  <pause milliseconds=\"700\"/>", info));
    StringBuilder pressed = new StringBuilder();
    int sequence = 2;
    for (char key : keys.toCharArray()) {
      if (key == 'w') {
        pressed.append("  <pause milliseconds=\"2000\"/>\n");
        continue;
      }
      pressed
          .append(
              press
                  .replace("[digit]", Character.toString(key))
                  .replace("CSeq: 2 INFO", "CSeq: " + sequence + " INFO"))
          .append("  <pause milliseconds=\"400\"/>\n");
      sequence++;
    }
    String bye = scenario.substring(last).replace("CSeq: 9 BYE", "CSeq: " + sequence + " BYE");
    return scenario.substring(0, first) + pressed + bye;
  }

  /**
   * Many people, each with a number of his own: so many a minute, who wait to be answered and hang
   * up themselves when their patience is over. SIPp counts what went otherwise as failed.
   */
  public record Crowd(int calls, int perMinute, Duration patience, int firstNumber) {

    /** A second after they were answered by the machine. */
    public static final Duration IN_THE_MENU = Duration.ofSeconds(1);

    /** Invented ones, each another as long as there are less than ten thousand. */
    public List<String> numbers() {
      return IntStream.range(firstNumber, firstNumber + calls)
          .mapToObj(number -> "019900%04d".formatted(number % 10_000))
          .toList();
    }
  }

  /** The crowd rings 115. Its files of numbers and counts are in Asterisk's folder. */
  public static Sipp crowd(TestAsterisk asterisk, Crowd crowd) {
    Path folder = asterisk.folder();
    try {
      Path numbers = Files.createTempFile(folder, "sipp-", ".numbers");
      List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
      lines.addAll(crowd.numbers());
      Files.write(numbers, lines);
      List<String> words = new ArrayList<>(List.of("127.0.0.1:" + asterisk.sipPort()));
      words.addAll(List.of("-s", "115", "-m", "" + crowd.calls(), "-l", "" + crowd.calls()));
      words.addAll(List.of("-r", "" + crowd.perMinute(), "-rp", "60000"));
      words.addAll(List.of("-inf", numbers.toString(), "-p", "" + TestAsterisk.freeUdpPort()));
      words.addAll(List.of("-d", "" + crowd.patience().toMillis()));
      words.addAll(List.of("-trace_stat", "-fd", "1", "-stf", numbers + ".stat"));
      Sipp sipp =
          run(
              folder,
              crowd.patience().equals(Crowd.IN_THE_MENU) ? "caller.xml" : "caller_waits.xml",
              words,
              text ->
                  text.replace("[patience]", "" + crowd.patience().toMillis())
                      .replace("[name] <sip:[number]", "<sip:[field0]"));
      sipp.counts = Path.of(numbers + ".stat");
      return sipp;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A figure of a {@link #crowd}, as SIPp calls it: "SuccessfulCall(C)", "FailedCall(C)". */
  public int count(String name) {
    try {
      List<String> lines = Files.readAllLines(counts);
      List<String> names = List.of(lines.getFirst().split(";"));
      return Integer.parseInt(lines.getLast().split(";")[names.indexOf(name)].strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, for its share of the machine. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** A phone on this port that takes every call, for so long. */
  public static Sipp agent(TestAsterisk asterisk, int port, Duration talks) {
    return phone(asterisk, "agent.xml", port, talks);
  }

  public static Sipp phone(TestAsterisk asterisk, String scenario, int port, Duration talks) {
    return run(asterisk.folder(), scenario, List.of("-p", "" + port, "-d", "" + talks.toMillis()));
  }

  private static Sipp run(Path folder, String scenario, List<String> words) {
    return run(folder, scenario, words, UnaryOperator.identity());
  }

  private static Sipp run(
      Path folder, String scenario, List<String> words, UnaryOperator<String> change) {
    byte[] silence = new byte[8_000];
    Arrays.fill(silence, (byte) 0xD5);
    return run(folder, scenario, words, silence, change);
  }

  private static Sipp run(Path folder, String scenario, List<String> words, byte[] sound) {
    return run(folder, scenario, words, sound, UnaryOperator.identity());
  }

  private static Sipp run(
      Path folder,
      String scenario,
      List<String> words,
      byte[] sound,
      UnaryOperator<String> change) {
    try {
      int audioPort = audioPort();
      Path log = folder.resolve("sipp-" + NUMBER.incrementAndGet() + ".log");
      Path audio = audio(folder, sound);
      Path file = Files.createTempFile(folder, "sipp-", scenario);
      try (var in = Sipp.class.getResourceAsStream("/sipp/" + scenario)) {
        // SIPp replaces no [keys] in the name of an audio file.
        String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(file, change.apply(text).replace("[audio]", audio.toString()));
      }
      List<String> command = new ArrayList<>(List.of("sipp"));
      command.addAll(words);
      command.addAll(List.of("-sf", file.toString(), "-i", "127.0.0.1", "-mi", "127.0.0.1"));
      command.addAll(List.of("-mp", "" + audioPort));
      command.addAll(List.of("-nostdin", "-trace_err", "-error_file", log + ".err"));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .directory(folder.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Sipp(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A second of sound as A-law: with audio Answer() does not wait. */
  private static synchronized Path audio(Path folder, byte[] sound) throws IOException {
    Path audio = folder.resolve("sound" + sound[0] + ".alaw");
    if (!Files.exists(audio)) {
      Files.write(audio, sound);
    }
    return audio;
  }

  /** True when all its calls were over in that time, whoever hung up. */
  public boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public boolean running() {
    return process.isAlive();
  }

  public String said() {
    try {
      Path errors = Path.of(log + ".err");
      return Files.readString(log) + (Files.exists(errors) ? Files.readString(errors) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Ends it at once, without a word to the other side. */
  public void end() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first port of the next share that nobody uses now. */
  private static int audioPort() {
    for (int tries = 0; tries < AUDIO_SHARES; tries++) {
      int first = AUDIO_FIRST + 1_000 * (SHARE.getAndIncrement() % AUDIO_SHARES);
      if (isFree(first) && isFree(first + 2)) {
        return first;
      }
    }
    throw new IllegalStateException("too many telephones on this machine");
  }

  private static boolean isFree(int port) {
    try (DatagramSocket _ = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException isTaken) {
      return false;
    }
  }
}
