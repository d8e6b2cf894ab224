package org.hotline115.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRoutesIT {

  private static TestDesk desk;

  @BeforeAll
  static void start() {
    desk = new TestDesk().start();
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  @Test
  void anAgentSignsInAndIsKnown() {
    HttpResponse<String> answer = desk.client().signIn("claire").get("/api/session");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"agent\":\"claire\"")
        .contains("\"role\":\"LISTENER\"")
        .contains("{\"id\":\"claire-web\",\"kind\":\"BROWSER\"}")
        .contains("\"demo\":true");
  }

  @Test
  void theCookieIsForUsAloneAndNotForScripts() {
    HttpResponse<String> answer =
        desk.client()
            .post(
                "/api/session", "{\"name\":\"claire\",\"password\":\"" + TestDesk.PASSWORD + "\"}");

    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("hotline=")
        .contains("Path=/", "HTTPOnly", "SameSite=Strict");
  }

  @Test
  void signingOutNeedsTheTokenAndEndsTheSession() {
    TestDesk.Client client = desk.client().signIn("claire");
    String csrf = client.csrf;
    client.csrf = "";
    assertThat(client.send("DELETE", "/api/session", null, Map.of()).body()).contains("\"CSRF\"");
    client.csrf = csrf;

    assertThat(client.send("DELETE", "/api/session", null, Map.of()).statusCode()).isEqualTo(204);

    assertThat(client.get("/api/session").body()).contains("SIGNED_OUT");
  }

  @Test
  void aChangedRoleEndsTheSession() {
    desk.account("karim", Role.LISTENER);
    TestDesk.Client client = desk.client().signIn("karim");

    desk.access.changeAccount().role(new AgentId("karim"), Role.SUPERVISOR, new AgentId("admin"));

    assertThat(client.get("/api/session").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                            | 400 | MISSING_FIELD    | name",
        "{\"name\":\"a\",\"name\":\"b\"}               | 400 | DUPLICATE_FIELD  | name",
        "{\"name\":3,\"password\":\"x\"}               | 400 | WRONG_TYPE       | name",
        "{\"name\":\"a\",\"password\":null}            | 400 | MISSING_FIELD    | password",
        "{\"name\":\"a\",\"password\":\"x\",\"r\":1}   | 400 | UNKNOWN_FIELD    | r",
        "{\"name\":\"a\\u0000\",\"password\":\"x\"}    | 400 | CONTROL_CHARACTER| name",
        "{\"name\":\"\\ud800\",\"password\":\"x\"}     | 400 | CONTROL_CHARACTER| name",
        "[]                                            | 400 | MALFORMED_JSON   |",
        "{\"name\":NaN}                                | 400 | MALFORMED_JSON   |",
        "{\"name\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}} | 400 | MALFORMED_JSON   |",
        "{} {}                                         | 400 | MALFORMED_JSON   |",
        "{\"name\":\"nobody\",\"password\":\"x\"}      | 401 | WRONG_CREDENTIALS|",
      })
  void aHostileBodyIsRefusedByName(String body, int status, String code, String field) {
    HttpResponse<String> answer = desk.client().post("/api/session", body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    if (field != null) {
      assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() {
    assertThat(desk.client().post("/api/session", "x".repeat(70_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void aFormIsNotJson() {
    assertThat(
            desk.client()
                .send("POST", "/api/session", "name=a", Map.of("Content-Type", "text/plain"))
                .body())
        .contains("NOT_JSON");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, 403",
    "null, 403",
    "http://127.0.0.1:1, 403",
    "http://127.0.0.1.evil.example:8115, 403"
  })
  void anotherSiteCannotSignIn(String origin, int status) {
    assertThat(
            desk.client().send("POST", "/api/session", "{}", Map.of("Origin", origin)).statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "hotline=x",
    "hotline=",
    "other=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "hotline=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
  })
  void aForeignCookieIsNobody(String cookie) {
    TestDesk.Client client = desk.client();
    client.cookie = cookie;

    assertThat(client.get("/api/session").statusCode()).isEqualTo(401);
  }

  @Test
  void aDoubledCookieIsNobody() {
    TestDesk.Client client = desk.client().signIn("claire");
    client.cookie = client.cookie + "; hotline=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    assertThat(client.get("/api/session").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/nothing, 404",
    "PUT, /api/session, 404",
    "GET, /nothing.html, 404",
    "GET, /../../etc/passwd, 404",
    "GET, /api/session?x=1&x=2, 400"
  })
  void whatIsNotThereIsAPlainAnswer(String method, String path, int status) {
    assertThat(desk.client().send(method, path, null, Map.of()).statusCode()).isEqualTo(status);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    HttpResponse<String> answer = desk.client().get("/nothing");

    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self';", "frame-ancestors 'none'", "ws://127.0.0.1:18088/ws")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
  }
}
