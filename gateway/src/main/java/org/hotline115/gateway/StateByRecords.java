package org.hotline115.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.RingingAgain;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.RequestProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the matter of somebody who rings again stands, from the records. Fail-open: what they do
 * not say within a moment stays unsaid. (A promise to this number is told with its place.)
 */
record StateByRecords(ReadRequests requests, ReadCallbacks callbacks) implements RingingAgain {

  private static final Logger log = LoggerFactory.getLogger(StateByRecords.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);

  @Override
  public Optional<Prompt> byNumber(IncomingCall call) {
    CallerKey caller = call.caller().key();
    return caller == null
        ? Optional.empty()
        : known(() -> requests.progressOf(caller).map(StateByRecords::words));
  }

  @Override
  public Optional<Prompt> byCode(String digits) {
    return known(() ->
        callbacks.isOwed(digits)
            ? Optional.of(Prompt.P75_STILL_PROMISED)
            : requests.progressOfKeyedCode(digits).map(StateByRecords::words));
  }

  private static Prompt words(RequestProgress progress) {
    return switch (progress) {
      case STANDS -> Prompt.P76_REQUEST_STANDS;
      case ANSWERED -> Prompt.P77_REQUEST_ANSWERED;
    };
  }

  private static Optional<Prompt> known(Supplier<Optional<Prompt>> question) {
    CompletableFuture<Optional<Prompt>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("ringing-again")
        .start(() -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException away) {
            answer.completeExceptionally(away);
          }
        });
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException away) {
      log.atWarn()
          .addKeyValue("reason", away.getClass().getSimpleName())
          .log("where a caller's matter stands could not be looked up");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
