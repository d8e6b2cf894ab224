package org.hotline115.callflow.message;

/** Hands texts to a provider. Implemented by the gateway; blocking, called on virtual threads. */
public interface SmsGateway {

  /** As it is written on record: JOURNAL, TWILIO. */
  String provider();

  /** One try, bounded in time. Never throws for what a network or a provider may do. */
  SendResult send(OutgoingText text);

  /** Whether the provider has it after all. */
  FindResult find(OutgoingText text);
}
