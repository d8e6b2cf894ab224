package org.hotline115.gateway.sms;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;

/**
 * Twilio's HTTP client without its repetitions: it would post a message again on an error, and a
 * message has no idempotency key. Whoever asks again must know that it does.
 */
final class OneTryHttpClient extends NetworkHttpClient {

  /** The provider answered, and the answer is no. The code is Twilio's, or the HTTP status. */
  static final class SaysNo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    SaysNo(int status, String code) {
      super("the provider says " + status, null, false, false);
      this.status = status;
      this.code = code;
    }

    int status() {
      return status;
    }

    String code() {
      return code;
    }
  }

  /** More than one worker ever sends at once. */
  private static final int CONNECTIONS_MAX = 64;

  private static final JsonMapper JSON = new JsonMapper();

  private final String base;

  /** {@code base} is a stand-in's address, or empty for Twilio's own. */
  OneTryHttpClient(String base, Duration silenceMax) {
    super(builder(silenceMax));
    this.base = base;
  }

  private static HttpClientBuilder builder(Duration silenceMax) {
    SocketConfig sockets =
        SocketConfig.custom()
            .setSoTimeout((int) silenceMax.toMillis(), TimeUnit.MILLISECONDS)
            .setSoKeepAlive(true)
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultSocketConfig(sockets)
                .setMaxConnTotal(CONNECTIONS_MAX)
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] retryCodes, int tries, long pauseMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    Response response = super.makeRequest(base.isEmpty() ? request : moved(request));
    if (response.getStatusCode() >= 300) {
      throw new SaysNo(response.getStatusCode(), code(response));
    }
    return response;
  }

  /** The same request to another host. */
  private Request moved(Request request) {
    Request moved =
        new Request(request.getMethod(), base + URI.create(request.getUrl()).getRawPath());
    if (request.getAuthStrategy() == null) {
      moved.setAuth(request.getUsername(), request.getPassword());
    } else {
      moved.setAuth(request.getAuthStrategy());
    }
    moved.setContentType(request.getContentType());
    request
        .getQueryParams()
        .forEach((name, values) -> values.forEach(value -> moved.addQueryParam(name, value)));
    request
        .getPostParams()
        .forEach((name, values) -> values.forEach(value -> moved.addPostParam(name, value)));
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(value -> moved.addHeaderParam(name, value)));
    return moved;
  }

  /** A proxy in between may answer with a page instead of Twilio's JSON. */
  private static String code(Response response) {
    try {
      JsonNode code = JSON.readTree(response.getContent()).path("code");
      if (code.isInt()) {
        return code.asText();
      }
    } catch (JacksonException | IllegalArgumentException noJson) {
      return "HTTP" + response.getStatusCode();
    }
    return "HTTP" + response.getStatusCode();
  }
}
