package org.hotline115.callflow.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with OWASP's parameters. Each check takes 19 MiB, so only a few run at the same time: a
 * flood of sign-ins waits instead of filling the memory.
 */
final class Passwords {

  static final int LENGTH_MIN = 12;
  static final int LENGTH_MAX = 128;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE_MAX = 4;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);

  /** What an unknown account is checked against, so that it takes as long as a known one. */
  private final String nobody = hash("nobody-has-this-password");

  private final Semaphore atOnce = new Semaphore(AT_ONCE_MAX, true);

  static String hash(String password) {
    return Password.hash(password).addRandomSalt().with(ARGON2).getResult();
  }

  static boolean isAcceptable(String password) {
    return password.length() >= LENGTH_MIN && password.length() <= LENGTH_MAX;
  }

  boolean matches(String password, String hash) {
    if (password.length() > LENGTH_MAX) {
      return false;
    }
    atOnce.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      atOnce.release();
    }
  }

  /** Spends the time of a check and says no. */
  boolean matchesNobody(String password) {
    matches(password, nobody);
    return false;
  }
}
