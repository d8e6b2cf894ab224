package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Makes guessing slow without locking an agent out for good: failures are counted for the account
 * from one address, for the address, and for the account from everywhere. Beyond its free number
 * each further failure doubles the wait.
 */
final class SignInThrottle {

  static final int ENTRIES_MAX = 10_000;

  private static final Duration FORGET_AFTER = Duration.ofMinutes(30);
  private static final Duration WAIT_FIRST = Duration.ofSeconds(5);
  private static final int DOUBLINGS_MAX = 7;

  private static final int FREE_FOR_PAIR = 5;
  private static final int FREE_FOR_ADDRESS = 40;
  private static final int FREE_FOR_ACCOUNT = 60;

  private final GrowingWaits waits;

  SignInThrottle(InstantSource clock) {
    this.waits =
        new GrowingWaits(
            new GrowingWaits.Rules(WAIT_FIRST, DOUBLINGS_MAX, FORGET_AFTER, ENTRIES_MAX), clock);
  }

  /** How long this account has to wait from this address; zero when it may try. */
  synchronized Duration waitFor(String account, String address) {
    Duration longest = Duration.ZERO;
    for (String key : new String[] {pair(account, address), address(address), account(account)}) {
      Duration wait = waits.waitFor(key);
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest;
  }

  synchronized void failed(String account, String address) {
    waits.failed(pair(account, address), FREE_FOR_PAIR);
    waits.failed(address(address), FREE_FOR_ADDRESS);
    waits.failed(account(account), FREE_FOR_ACCOUNT);
  }

  synchronized void succeeded(String account, String address) {
    waits.forget(pair(account, address));
  }

  synchronized int size() {
    return waits.size();
  }

  private static String pair(String account, String address) {
    return "p " + account + " " + address;
  }

  private static String address(String address) {
    return "a " + address;
  }

  private static String account(String account) {
    return "n " + account;
  }
}
