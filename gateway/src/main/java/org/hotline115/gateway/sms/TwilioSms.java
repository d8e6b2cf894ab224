package org.hotline115.gateway.sms;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.Receipt;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.gateway.config.GatewayConfig;

/** Texts by Twilio. Each call is one HTTP request and ends within {@code patience}. */
public final class TwilioSms implements SmsGateway, AutoCloseable {

  public static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final int VALIDITY_SECONDS_MAX = 36_000;
  private static final int LISTED_MAX = 50;

  /** Their clock and ours, when a text is looked for by the time of its first try. */
  private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(2);

  private final GatewayConfig.Twilio settings;
  private final String publicUrl;
  private final Duration patience;
  private final TwilioRestClient client;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("twilio-", 0).factory());

  /** {@code publicUrl} is where Twilio tells what became of a text. */
  public TwilioSms(GatewayConfig.Twilio settings, URI publicUrl, Duration patience) {
    this.settings = settings;
    this.publicUrl = publicUrl.toString();
    this.patience = patience;
    this.client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
            .httpClient(new OneTryHttpClient(settings.baseUrl(), patience))
            .build();
  }

  @Override
  public String provider() {
    return "TWILIO";
  }

  @Override
  public SendResult send(OutgoingText text) {
    try {
      String sid = bounded(() -> creator(text).create(client).getSid());
      return sid == null ? new SendResult.Unknown("NO_SID") : new SendResult.Accepted(sid);
    } catch (OneTryHttpClient.SaysNo no) {
      return refusal(no);
    } catch (NoAnswer silence) {
      return silence.nothingLeft
          ? new SendResult.NotReached()
          : new SendResult.Unknown("NO_ANSWER");
    }
  }

  private MessageCreator creator(OutgoingText text) {
    PhoneNumber to = new PhoneNumber(text.to().e164());
    MessageCreator creator =
        settings.messagingServiceSid().isEmpty()
            ? Message.creator(to, new PhoneNumber(settings.from()), text.body())
            : Message.creator(to, settings.messagingServiceSid(), text.body());
    return creator
        .setStatusCallback(URI.create(publicUrl + TwilioWebhook.PATH + text.id()))
        .setValidityPeriod(Math.clamp(text.validFor().toSeconds(), 1, VALIDITY_SECONDS_MAX));
  }

  private static SendResult refusal(OneTryHttpClient.SaysNo no) {
    return switch (no.code()) {
      case "21610" -> new SendResult.OptedOut(no.code());
      case "20003", "20005" -> new SendResult.NotAuthorised(no.code());
      case "20429", "21611", "30001" -> new SendResult.TooMany(no.code());
      default -> refusalByStatus(no);
    };
  }

  private static SendResult refusalByStatus(OneTryHttpClient.SaysNo no) {
    int status = no.status();
    if (status == 401) {
      return new SendResult.NotAuthorised(no.code());
    }
    if (status == 429) {
      return new SendResult.TooMany(no.code());
    }
    boolean final4xx = status >= 400 && status < 500 && status != 408;
    return final4xx ? new SendResult.Refused(no.code()) : new SendResult.Unknown(no.code());
  }

  /** By number only: a text that has not left yet has no date of sending to be listed by. */
  @Override
  public FindResult find(OutgoingText text) {
    try {
      List<Message> listed =
          bounded(() ->
              Message.reader()
                  .setTo(new PhoneNumber(text.to().e164()))
                  .pageSize(LISTED_MAX)
                  .firstPage(client)
                  .getRecords());
      return new FindResult.Listed(
          listed.stream()
              .filter(message -> isSameText(message, text))
              .flatMap(TwilioSms::receipt)
              .toList());
    } catch (OneTryHttpClient.SaysNo no) {
      return no.status() == 401 ? new FindResult.NotAuthorised() : new FindResult.Away();
    } catch (NoAnswer silence) {
      return new FindResult.Away();
    }
  }

  /** A trial account puts words of its own before ours. */
  private static boolean isSameText(Message message, OutgoingText text) {
    return message.getSid() != null
        && message.getBody() != null
        && message.getBody().endsWith(text.body())
        && (message.getDateCreated() == null
            || !message
                .getDateCreated()
                .toInstant()
                .isBefore(text.firstTriedAt().minus(CLOCKS_APART_MAX)));
  }

  private static Stream<Receipt> receipt(Message message) {
    String code = message.getErrorCode() == null ? null : message.getErrorCode().toString();
    return TwilioStatus.of(String.valueOf(message.getStatus())).stream()
        .map(status -> new Receipt(message.getSid(), status, code));
  }

  /** No answer that can be read. {@code nothingLeft}: there was not even a connection. */
  private static final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean nothingLeft;

    NoAnswer(boolean nothingLeft) {
      super("no answer", null, false, false);
      this.nothingLeft = nothingLeft;
    }
  }

  /**
   * The time-outs of a socket only bound its silences; this bounds the whole. The thread that is
   * left behind is interrupted, which closes its socket.
   */
  private <T> T bounded(Callable<T> work) throws NoAnswer {
    Future<T> answer = threads.submit(work);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silence) {
      answer.cancel(true);
      throw new NoAnswer(false);
    } catch (InterruptedException ending) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new NoAnswer(false);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof OneTryHttpClient.SaysNo no) {
        throw no;
      }
      throw new NoAnswer(hasNotConnected(failure));
    }
  }

  private static boolean hasNotConnected(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause ->
            cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectTimeoutException);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
