package org.hotline115.gateway.sms;

import java.net.URI;
import org.hotline115.gateway.config.GatewayConfig;

/** Our account, and the address that Twilio signs over. */
public record TwilioSettings(GatewayConfig.Twilio account, URI publicUrl) {}
