package org.hotline115.gateway;

import java.util.Arrays;
import java.util.List;
import org.hotline115.gateway.embedded.OneMachine;

/** Reads the word on the command line and hands over. */
public final class Main {

  private Main() {}

  /** Exit code 0 when the word was carried out, 1 when it failed, 2 when it is not known. */
  public static void main(String[] arguments) {
    List<String> words = Arrays.asList(arguments);
    String word = words.isEmpty() ? "" : words.getFirst();
    System.exit(
        switch (word) {
          case "demo" -> OneMachine.run(words.subList(1, words.size()), System.out);
          default -> usage();
        });
  }

  private static int usage() {
    System.err.println("hotline: run --config FILE | demo [--reset]");
    return 2;
  }
}
