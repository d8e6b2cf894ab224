package org.hotline115.gateway;

/** Reads the word on the command line and hands over. */
public final class Main {

  private Main() {}

  /** Exit code 0 when the word was carried out, 2 when it is not known. */
  public static void main(String[] arguments) {
    System.err.println("hotline: run | demo | doctor");
    System.exit(2);
  }
}
