package org.hotline115.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.OfferResult;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.sms.StubProvider.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Twilio's own client against a provider that misbehaves in every way a wire can. */
class TwilioSmsIT {

  private final TextDesk desk = new TextDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aTextIsPostedWithWhereToTellItsFateAndHowLongItMakesSense() {
    assertThat(desk.offer()).isEqualTo(OfferResult.QUEUED);
    desk.messages.work();

    StubProvider.Post post = desk.provider.posts.getFirst();
    assertThat(post.path())
        .isEqualTo("/2010-04-01/Accounts/" + TextDesk.ACCOUNT + "/Messages.json");
    assertThat(post.authorization())
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (TextDesk.ACCOUNT + ":" + TextDesk.TOKEN)
                            .getBytes(StandardCharsets.UTF_8)));
    assertThat(post.form())
        .containsEntry("To", "+33639981278")
        .containsEntry("From", "+33937000000")
        .containsEntry("ValidityPeriod", "10800")
        .containsEntry(
            "StatusCallback",
            "https://hotline.example/webhooks/twilio/status/" + desk.only().messageId());
    assertThat(post.form().get("Body")).contains("12 rue des Lilas, Montpellier");
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_NUMBER, FAILED, 21211",
    "OPTED_OUT, SUPPRESSED_OPT_OUT, 21610",
    "WRONG_CREDENTIALS, QUEUED, 20003",
    "WRONG_CREDENTIALS_AS_A_PAGE, QUEUED, HTTP401",
    "TOO_MANY, QUEUED, 20429",
    "BROKEN, UNKNOWN, 20500",
    "OVERLOADED, UNKNOWN, HTTP503",
    "MOVED, UNKNOWN, HTTP307",
    "SILENT_BEFORE, UNKNOWN, NO_ANSWER",
    "SILENT_AFTER, UNKNOWN, NO_ANSWER",
    "SLOW_BODY, UNKNOWN, NO_ANSWER",
    "RESETS_BEFORE, UNKNOWN, NO_ANSWER",
    "RESETS_AFTER, UNKNOWN, NO_ANSWER",
    "SAYS_NONSENSE, UNKNOWN, NO_ANSWER",
  })
  void oneTryIsOnePostWhateverComesBack(Mood mood, MessageStatus status, String code) {
    desk.provider.mood = mood;
    desk.offer();

    desk.messages.work();

    assertThat(desk.provider.posts).hasSize(1);
    assertThat(desk.only().status()).isEqualTo(status);
    assertThat(desk.only().errorCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"SILENT_AFTER", "SLOW_BODY", "RESETS_AFTER", "SAYS_NONSENSE"})
  void whatWasAcceptedIsFoundAndNeverPostedAgain(Mood mood) {
    desk.provider.mood = mood;
    desk.offer();
    desk.messages.work();
    desk.provider.mood = Mood.ACCEPTS;

    desk.roundsFor(Duration.ofMinutes(5));

    assertThat(desk.provider.posts).hasSize(1);
    assertThat(desk.provider.lists).hasValueGreaterThan(0);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"SILENT_BEFORE", "RESETS_BEFORE", "BROKEN", "OVERLOADED"})
  void whatIsNotThereIsPostedOnceMoreAfterAWhile(Mood mood) {
    desk.provider.mood = mood;
    desk.offer();
    desk.messages.work();
    desk.provider.mood = Mood.ACCEPTS;
    desk.roundsFor(Duration.ofSeconds(100));
    assertThat(desk.provider.posts).hasSize(1);

    desk.roundsFor(Duration.ofMinutes(5));

    assertThat(desk.provider.posts).hasSize(2);
    assertThat(desk.provider.accepted()).isEqualTo(1);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void anotherTextToTheSameNumberIsNotMistakenForOurs() {
    desk.offer();
    desk.messages.work();
    desk.clock.tick(Duration.ofMinutes(30));
    assertThat(desk.provider.accepted()).isEqualTo(1);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);

    desk.provider.mood = Mood.BROKEN;
    desk.offer();
    desk.messages.work();
    desk.provider.mood = Mood.ACCEPTS;
    desk.roundsFor(Duration.ofMinutes(5));

    assertThat(desk.provider.accepted()).as("the first does not count for the second").isEqualTo(2);
  }

  @Test
  void whatIsTooManyGoesOutWhenThereIsRoomAgain() {
    desk.provider.mood = Mood.TOO_MANY;
    desk.offer();
    desk.messages.work();
    desk.provider.mood = Mood.ACCEPTS;
    desk.roundsFor(Duration.ofMinutes(1));
    assertThat(desk.provider.posts).hasSize(2);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void wrongCredentialsStopEverythingUntilARestart() {
    desk.provider.mood = Mood.WRONG_CREDENTIALS;
    desk.offer();
    desk.roundsFor(Duration.ofMinutes(10));
    assertThat(desk.provider.posts).hasSize(1);
    assertThat(desk.messages.isSending()).isFalse();
  }

  @Test
  void aProviderThatCannotBeReachedGotNothing() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    try (TwilioSms twilio = twilio(TextDesk.settings("http://127.0.0.1:" + nobody))) {
      desk.offer();
      desk.feature(twilio).work();
    }
    assertThat(desk.only().status()).isEqualTo(MessageStatus.QUEUED);
  }

  private static TwilioSms twilio(GatewayConfig.Twilio settings) {
    return new TwilioSms(settings, TextDesk.PUBLIC, TextDesk.PATIENCE);
  }

  @Test
  void aMessagingServiceTakesThePlaceOfTheSender() {
    var settings =
        new GatewayConfig.Twilio(
            TextDesk.ACCOUNT,
            new Secret(TextDesk.TOKEN),
            "",
            "MG0123456789abcdef0123456789abcdef",
            desk.provider.baseUrl());
    try (TwilioSms twilio = twilio(settings)) {
      desk.offer();
      desk.feature(twilio).work();
    }
    assertThat(desk.provider.posts.getFirst().form())
        .containsEntry("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef")
        .doesNotContainKey("From");
  }
}
