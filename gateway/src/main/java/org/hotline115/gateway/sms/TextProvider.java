package org.hotline115.gateway.sms;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.message.ReceiveText;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.RefusedWebhooks;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.TakeReceipt;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;

/** The provider that the configuration names, and where it may tell us something. */
public sealed interface TextProvider extends AutoCloseable {

  static TextProvider of(GatewayConfig config) {
    return switch (config.sms().provider()) {
      case JOURNAL -> new Journal(new JournalSms());
      case TWILIO -> {
        URI publicUrl = config.web().publicUrl();
        GatewayConfig.Twilio twilio = config.sms().twilio();
        yield new Twilio(
            new TwilioSms(twilio, publicUrl, TwilioSms.PATIENCE),
            new TwilioSettings(twilio, publicUrl));
      }
    };
  }

  SmsGateway gateway();

  /** Who is told what a provider tells. {@code senderOf} reads the number of an inbound text. */
  record Listeners(
      TakeReceipt takeReceipt,
      ReceiveText receiveText,
      Function<String, Optional<Recipient>> senderOf,
      RefusedWebhooks refused) {}

  List<TextDoor> doors(UseCases useCases, Listeners listeners, MeterRegistry metrics);

  @Override
  void close();

  /** Nobody tells us anything. */
  record Journal(JournalSms gateway) implements TextProvider {

    @Override
    public List<TextDoor> doors(UseCases useCases, Listeners listeners, MeterRegistry metrics) {
      return List.of();
    }

    @Override
    public void close() {
      // a journal has nothing open
    }
  }

  /** Twilio tells what became of each text. */
  record Twilio(TwilioSms gateway, TwilioSettings settings) implements TextProvider {

    @Override
    public List<TextDoor> doors(UseCases useCases, Listeners listeners, MeterRegistry metrics) {
      return List.of(
          new TwilioWebhook(
              useCases, listeners.takeReceipt(), listeners.refused(), settings, metrics),
          new TwilioInbound(
              useCases,
              listeners.receiveText(),
              listeners.senderOf(),
              listeners.refused(),
              settings,
              metrics));
    }

    @Override
    public void close() {
      gateway.close();
    }
  }
}
