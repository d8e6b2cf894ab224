package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started: never as root, in a session of its own (Ctrl-C is the supervisor's to
 * handle), and told by the kernel when the supervisor dies, however it dies.
 *
 * <p>Root becomes {@code nobody}. Where nobody cannot reach the folder (a clone in root's own
 * home), a user namespace gives up everything except the owner's access to the files.
 */
final class Unprivileged {

  private static final String NOBODY = "65534";

  private static final List<String> NAMESPACE = List.of("unshare", "--user");

  private final List<String> drop;

  private Unprivileged(List<String> drop) {
    this.drop = drop;
  }

  /** Gives {@code folder} to the user it picks. */
  static Unprivileged owning(Path folder) throws InterruptedException {
    if (!isRoot()) {
      // PostgreSQL wants its user to have a name; in a user namespace that is "nobody".
      boolean nameless = "?".equals(System.getProperty("user.name"));
      return new Unprivileged(nameless ? NAMESPACE : List.of());
    }
    List<String> nobody =
        List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups");
    List<String> probe = new ArrayList<>(nobody);
    probe.addAll(List.of("test", "-x", folder.resolveSibling("").toString()));
    boolean reachable = Command.of(probe.toArray(String[]::new)).run().ok();
    String owner = reachable ? NOBODY + ":" + NOBODY : "0:0";
    Command.Answer given = Command.of("chown", "-R", owner, folder.toString()).run();
    if (!given.ok()) {
      throw new Part.StartFailed("cannot give " + folder + " to an ordinary user: " + given.text());
    }
    return new Unprivileged(reachable ? nobody : NAMESPACE);
  }

  /** The words that run {@code program} and send it {@code lastSignal} when we die. */
  List<String> server(String lastSignal, List<String> program) {
    List<String> words = new ArrayList<>(List.of("setsid"));
    words.addAll(drop);
    words.addAll(List.of("setpriv", "--no-new-privs", "--pdeathsig", lastSignal));
    words.addAll(program);
    return words;
  }

  /** The words that run a program that ends by itself. */
  List<String> once(List<String> program) {
    List<String> words = new ArrayList<>(drop);
    words.addAll(program);
    return words;
  }

  static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
