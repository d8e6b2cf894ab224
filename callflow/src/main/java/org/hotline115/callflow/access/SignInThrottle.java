package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow without locking an agent out for good: failures are counted for the account
 * from one address, for the address, and for the account from everywhere. Beyond its free number
 * each further failure doubles the wait. The map is bounded: the longest unused entry goes first.
 */
final class SignInThrottle {

  static final int ENTRIES_MAX = 10_000;

  private static final Duration FORGET_AFTER = Duration.ofMinutes(30);
  private static final Duration WAIT_FIRST = Duration.ofSeconds(5);
  private static final int DOUBLINGS_MAX = 7;

  private static final int FREE_FOR_PAIR = 5;
  private static final int FREE_FOR_ADDRESS = 40;
  private static final int FREE_FOR_ACCOUNT = 60;

  private record Failures(int count, Instant last, Instant blockedUntil) {}

  private final InstantSource clock;
  private final Map<String, Failures> failuresByKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > ENTRIES_MAX;
        }
      };

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /** How long this account has to wait from this address; zero when it may try. */
  synchronized Duration waitFor(String account, String address) {
    Instant now = clock.instant();
    Duration longest = Duration.ZERO;
    for (String key : new String[] {pair(account, address), address(address), account(account)}) {
      Failures failures = failuresByKey.get(key);
      if (failures != null && failures.blockedUntil().isAfter(now)) {
        Duration wait = Duration.between(now, failures.blockedUntil());
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
    }
    return longest;
  }

  synchronized void failed(String account, String address) {
    add(pair(account, address), FREE_FOR_PAIR);
    add(address(address), FREE_FOR_ADDRESS);
    add(account(account), FREE_FOR_ACCOUNT);
  }

  synchronized void succeeded(String account, String address) {
    failuresByKey.remove(pair(account, address));
  }

  synchronized int size() {
    return failuresByKey.size();
  }

  private void add(String key, int free) {
    Instant now = clock.instant();
    Failures before = failuresByKey.get(key);
    int count =
        before == null || before.last().plus(FORGET_AFTER).isBefore(now) ? 1 : before.count() + 1;
    Instant until =
        count < free
            ? now
            : now.plus(WAIT_FIRST.multipliedBy(1L << Math.min(count - free, DOUBLINGS_MAX)));
    failuresByKey.put(key, new Failures(count, now, until));
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
