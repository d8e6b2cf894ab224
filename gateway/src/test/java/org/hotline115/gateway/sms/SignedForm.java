package org.hotline115.gateway.sms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A form as Twilio sends and signs it; made by hand, not by Twilio's own code. */
public final class SignedForm {

  private SignedForm() {}

  public static String body(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String signature(String path, Map<String, String> form) {
    return sign(TextDesk.PUBLIC + path, form);
  }

  static String sign(String url, Map<String, String> form) {
    return sign(url, form, TextDesk.TOKEN);
  }

  /** As Twilio's documents say: the address, then every name and value in order, HMAC-SHA1. */
  public static String sign(String url, Map<String, String> form, String token) {
    String signed =
        url
            + new TreeMap<>(form)
                .entrySet().stream()
                    .map(field -> field.getKey() + field.getValue())
                    .collect(Collectors.joining());
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
