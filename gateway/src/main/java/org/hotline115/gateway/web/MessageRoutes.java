package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.ReadMessages;
import org.hotline115.callflow.message.SentMessage;
import org.hotline115.callflow.message.TemplateCode;
import org.jspecify.annotations.Nullable;

/** The messages page. */
public final class MessageRoutes implements Routes {

  /** A text on the wire; the number is its mask. */
  record MessageView(
      String messageId,
      TemplateCode templateCode,
      @Nullable PhoneNumber to,
      @Nullable String body,
      int segments,
      MessageStatus status,
      Instant createdAt,
      @Nullable Instant sentAt,
      @Nullable String errorCode,
      @Nullable Instant dueAt) {

    static MessageView of(SentMessage message) {
      return new MessageView(
          message.messageId().toString(),
          message.templateCode(),
          message.to(),
          message.body(),
          message.segments(),
          message.status(),
          message.createdAt(),
          message.sentAt(),
          message.errorCode(),
          message.dueAt());
    }
  }

  private final ReadMessages messages;
  private final boolean demo;

  public MessageRoutes(ReadMessages messages, boolean demo) {
    this.messages = messages;
    this.demo = demo;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/messages", request -> Answer.ok(list(request)));
  }

  private List<MessageView> list(ApiRequest request) {
    return messages.newest(request.session(), demo).stream().map(MessageView::of).toList();
  }
}
