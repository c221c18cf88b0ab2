package ai.myrecruiter.picasso.runtime.master;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.jwt.KeyCache;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.RefreshTokens;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.TokenIssuer;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.jwt.TokenVerifier;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import ai.myrecruiter.picasso.runtime.tenant.FixedTenants;
import ai.myrecruiter.picasso.runtime.tenant.SharedHosts;
import ai.myrecruiter.picasso.runtime.tenant.TenantResolution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the alarm on bypasses listens to: answers for which a token should have been verified. */
final class JwtBypassTest {
  private static final Endpoint OPEN = (request, invocation) -> Reply.ok(Reply.object());
  private static final Endpoint SHUT =
      (request, invocation) -> {
        throw new Refusal(ErrorCode.MISSING_TOKEN);
      };
  private final MasterStage stage = new MasterStage();
  private final TokenMetrics metrics = new TokenMetrics();
  private final CrossTenantAttempts attempts = new CrossTenantAttempts();

  @AfterEach
  void close() {
    stage.close();
  }

  /** The metrics of one request to endpoints that look at no token. */
  private String metrics(Endpoint all, TestRequest request) {
    Map<Route, Endpoint> endpoints = new EnumMap<>(Route.class);
    for (var route : Route.values()) {
      endpoints.put(route, all);
    }
    var context = new TestContext();
    try {
      new MasterHandler(new Service(endpoints, direct(), counts()), stage.clock)
          .handleRequest(
              new ByteArrayInputStream(request.event().toString().getBytes(UTF_8)),
              new ByteArrayOutputStream(),
              context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return context.lines.getLast();
  }

  private TokenCounts counts() {
    return new TokenCounts(metrics, attempts);
  }

  private KeyCache keys() {
    return new KeyCache(
        () -> {
          throw new AssertionError("no endpoint here reads a key");
        },
        stage.clock);
  }

  private Revocations revocations() {
    return new Revocations(stage.tables.client(), "tokens", stage.clock, metrics);
  }

  private TokenVerifier verifier() {
    return new TokenVerifier(
        keys(), revocations(), attempts, stage.clock, System::nanoTime, metrics);
  }

  private Access access() {
    return new Access(
        new TenantResolution(
            new FixedTenants(List.of()), SharedHosts.parse("chat.example"), attempts),
        verifier(),
        stage.clock);
  }

  /** Verifies the token and answers whatever came of it. */
  private Endpoint forgiving() {
    return (request, invocation) -> {
      try {
        var _ =
            access()
                .token(
                    request,
                    Purpose.STREAM,
                    MasterStage.tenant("north", MasterStage.NORTH),
                    invocation.measures());
      } catch (Refusal ignored) {
        return Reply.ok(Reply.object());
      }
      throw new AssertionError("the token must be refused");
    };
  }

  private DirectCalls direct() {
    var client = stage.tables.client();
    var random = new SecureRandom();
    var tenants = new FixedTenants(List.of());
    var keys = keys();
    var revocations = revocations();
    var verifier = verifier();
    var access = access();
    var tokens =
        new Tokens(
            new TokenIssuer(keys, stage.clock, random, System::nanoTime, metrics),
            verifier,
            new RefreshTokens(client, "tokens", revocations, stage.clock, random, metrics),
            revocations,
            metrics,
            attempts);
    return new DirectCalls(
        new HealthCheck(Map.of()),
        new JwtMetrics(access, metrics, stage.clock.instant()),
        tokens,
        tenants,
        new Ids(random));
  }

  private static TestRequest request(Route route) {
    var request =
        switch (route) {
          case STATE_CLEAR -> TestRequest.clear();
          case HEALTH_CHECK, JWT_METRICS, CONFIG -> TestRequest.get(route.action());
          case ISSUE_TOKEN, REFRESH_TOKEN, REVOKE, CHAT -> TestRequest.post(route.action());
        };
    return request.body("{}");
  }

  @ParameterizedTest
  @EnumSource(names = {"JWT_METRICS", "REVOKE", "STATE_CLEAR"})
  void countsAnAnswerOfAManagedRouteWithoutVerification(Route route) {
    assertThat(metrics(OPEN, request(route))).contains("\"JwtBypasses\":1");
    assertThat(metrics(OPEN, request(route).token("a.b.c"))).contains("\"JwtBypasses\":1");
  }

  @ParameterizedTest
  @EnumSource(names = {"CHAT", "ISSUE_TOKEN"})
  void countsATokenThatWasPassedOver(Route route) {
    assertThat(metrics(OPEN, request(route).token("a.b.c"))).contains("\"JwtBypasses\":1");
    assertThat(metrics(OPEN, request(route))).doesNotContain("JwtBypasses");
  }

  @Test
  void countsAnAnswerInSpiteOfARefusedToken() {
    assertThat(metrics(forgiving(), request(Route.CHAT).token("a.b.c")))
        .contains("JwtVerifyLatency", "\"JwtBypasses\":1")
        .doesNotContain("TokensAccepted");
  }

  @ParameterizedTest
  @EnumSource(names = {"HEALTH_CHECK", "REFRESH_TOKEN", "CONFIG"})
  void countsNothingWhereNoTokenIsAskedFor(Route route) {
    assertThat(metrics(OPEN, request(route).token("a.b.c"))).doesNotContain("JwtBypasses");
  }

  @ParameterizedTest
  @EnumSource
  void countsNoRefusal(Route route) {
    assertThat(metrics(SHUT, request(route).token("a.b.c"))).doesNotContain("JwtBypasses");
  }

  @Test
  void measuresTheVerificationOfEveryRouteThatTakesAToken() {
    var manage = stage.manageToken(MasterStage.NORTH);
    var token = stage.issue().path("token").asText();
    for (var request :
        new TestRequest[] {
          TestRequest.get("jwt_metrics").token(manage),
          TestRequest.post("chat").message("hello").token(token),
          TestRequest.post("issue_token").token(token),
          TestRequest.clear().token(manage).body("{\"session\":\"nobody-12\"}"),
          TestRequest.post("revoke").token(manage).body("{\"scope\":\"tenant\"}")
        }) {
      assertThat(stage.call(request).status()).isEqualTo(200);
      assertThat(stage.context.lines.getLast())
          .contains("JwtVerifyLatency", "\"TokensAccepted\":1")
          .doesNotContain("JwtBypasses");
    }
    assertThat(stage.call(TestRequest.post("chat").message("hello")).status()).isEqualTo(200);
    assertThat(stage.context.lines.getLast()).doesNotContain("JwtVerifyLatency", "JwtBypasses");
  }
}
