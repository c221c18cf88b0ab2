package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route, as clients use it. */
final class RoutesTest {
  private final MasterStage stage = new MasterStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource
  void answersEveryRouteBehindEveryEdge(TestRequest.Shape shape) {
    var manage = stage.manageToken(MasterStage.NORTH);
    var issued = stage.call(TestRequest.post("issue_token").as(shape)).body();
    var token = issued.path("token").asText();
    var refresh = MasterStage.object().put("refresh_token", issued.path("refresh_token").asText());
    var session = MasterStage.object().put("session", issued.path("session").asText());
    for (var request :
        new TestRequest[] {
          TestRequest.get("health_check"),
          TestRequest.get("config"),
          TestRequest.get("jwt_metrics").token(manage),
          TestRequest.post("chat").message("hello"),
          TestRequest.post("chat").message("hello").token(token),
          TestRequest.post("chat").message("again").header("authorization", "Bearer " + token),
          TestRequest.post("refresh_token").body(refresh.toString()),
          TestRequest.post("revoke").token(manage).body("{\"scope\":\"tenant\"}")
        }) {
      assertThat(stage.call(request.as(shape)).status())
          .as(request.event().toString())
          .isEqualTo(200);
    }
    var fresh = stage.manageToken(MasterStage.NORTH);
    var cleared = stage.call(TestRequest.clear().as(shape).token(fresh).body(session.toString()));
    assertThat(cleared.body().toString())
        .isEqualTo(
            "{\"verified\":true,\"erased\":{\"sessions\":1,\"messages\":4,\"summaries\":1}}");
  }

  @Test
  void issuesATokenThatOpensASessionOfItsOwn() {
    var one = stage.issue();
    var two = stage.issue();
    assertThat(one.path("expires_in").asInt()).isEqualTo(900);
    assertThat(one.path("session").asText()).isNotEqualTo(two.path("session").asText());
    assertThat(one.at("/streaming/url").asText()).isEqualTo(MasterStage.STREAMING_URL);
    assertThat(one.path("refresh_token").asText()).hasSize(43);
  }

  @Test
  void givesWhoHasATokenAnotherSessionOfTheSameSubject() {
    var one = stage.issue();
    var two = stage.call(TestRequest.post("issue_token").token(one.path("token").asText())).body();
    assertThat(two.path("session").asText())
        .startsWith(one.path("session").asText().substring(0, 24))
        .isNotEqualTo(one.path("session").asText());
  }

  @Test
  void givesNoTokenToManageWithOverHttp() {
    var issued =
        stage.call(
            TestRequest.post("issue_token")
                .query("purpose", "manage")
                .body("{\"purpose\":\"manage\"}"));
    var refused =
        stage.call(
            TestRequest.post("revoke")
                .token(issued.body().path("token").asText())
                .body("{\"scope\":\"tenant\"}"));
    assertThat(refused.code()).isEqualTo("wrong_type");
  }

  @Test
  void limitsTokensByAddressAndMinute() {
    try (var limited = new MasterStage(2)) {
      assertThat(limited.call(TestRequest.post("issue_token")).status()).isEqualTo(200);
      assertThat(limited.call(TestRequest.post("issue_token")).status()).isEqualTo(200);
      assertThat(limited.call(TestRequest.post("issue_token")).code()).isEqualTo("too_many_tokens");
      limited.clock.pass(Duration.ofMinutes(1));
      assertThat(limited.call(TestRequest.post("issue_token")).status()).isEqualTo(200);
    }
  }

  @Test
  void goesOnWithTheConversationOfTheToken() {
    var token = stage.issue().path("token").asText();
    stage.call(TestRequest.post("chat").message("my name is Ada").token(token));
    stage.clock.pass(Duration.ofSeconds(5));
    stage.call(TestRequest.post("chat").message("and now?").token(token));
    var turns = stage.model.requests.getLast().path("messages");
    assertThat(turns).hasSize(3);
    assertThat(turns.at("/0/content/0/text").asText()).isEqualTo("my name is Ada");
    assertThat(turns.at("/1/role").asText()).isEqualTo("assistant");
    assertThat(turns.at("/2/content/0/text").asText()).isEqualTo("and now?");
    assertThat(stage.model.paths.getLast()).isEqualTo("/model/model-1/converse");
  }

  @Test
  void remembersAfterADayOnlyWhatIsRedacted() {
    var issued = stage.issue();
    stage.call(
        TestRequest.post("chat")
            .message("I'm Ada, call 555-010-9999")
            .token(issued.path("token").asText()));
    stage.clock.pass(Duration.ofHours(25));
    var refresh = MasterStage.object().put("refresh_token", issued.path("refresh_token").asText());
    var renewed = stage.call(TestRequest.post("refresh_token").body(refresh.toString()));
    if (renewed.status() == 200) {
      stage.call(
          TestRequest.post("chat")
              .message("hello again")
              .token(renewed.body().path("token").asText()));
      assertThat(stage.model.requests.getLast().path("messages")).hasSize(1);
      assertThat(stage.model.requests.getLast().path("system").toString())
          .contains("I'm [NAME], call [PHONE]");
    } else {
      assertThat(renewed.code()).isEqualTo("refresh_expired");
    }
  }

  @Test
  void answersOneQuestionWithoutATokenAndKeepsNothing() {
    var before = stage.tables.contents();
    var answer = stage.call(TestRequest.post("chat").message("hello"));
    assertThat(answer.body().path("answer").asText()).isEqualTo(ModelEndpoint.ANSWER);
    assertThat(answer.body().path("version").asText()).isEqualTo("7");
    assertThat(stage.tables.contents()).isEqualTo(before);
  }

  @Test
  void recordsARequestThatIsAskedAgainOnce() {
    var token = stage.issue().path("token").asText();
    var body = "{\"message\":\"hello\",\"request\":\"0123456789abcdef0123456789abcdef\"}";
    stage.call(TestRequest.post("chat").body(body).token(token));
    stage.call(TestRequest.post("chat").body(body).token(token));
    assertThat(stage.tables.items("recent-messages")).hasSize(2);
  }

  @Test
  void tellsWhetherAndWhereATenantStreams() {
    assertThat(stage.call(TestRequest.get("config")).body().toString())
        .isEqualTo(
            "{\"streaming\":{\"enabled\":true,\"url\":\"https://stream.example/\"},"
                + "\"fallback\":{\"action\":\"chat\"},\"version\":\"7\"}");
    assertThat(
            stage
                .call(TestRequest.get("config").header("x-tenant-hash", MasterStage.SOUTH))
                .body()
                .path("streaming")
                .toString())
        .isEqualTo("{\"enabled\":false}");
  }

  @Test
  void refusesAndCountsTheTokenAndTheHashOfAnotherTenant() {
    var token = stage.issue().path("token").asText();
    var foreign =
        stage.call(
            TestRequest.post("chat")
                .message("hi")
                .token(token)
                .header("x-tenant-hash", MasterStage.SOUTH));
    assertThat(foreign.code()).isEqualTo("foreign_tenant");
    assertThat(stage.context.lines.getLast()).contains("\"CrossTenantAttempts\":1");
    var mismatch = stage.call(TestRequest.get("config").header("host", "south.example"));
    assertThat(mismatch.code()).isEqualTo("tenant_mismatch");
    assertThat(stage.context.lines.getLast()).contains("\"CrossTenantAttempts\":1");
    assertThat(stage.context.lines.toString()).doesNotContain(MasterStage.SOUTH, MasterStage.NORTH);
  }

  @Test
  void answersDirectCallsAsPlainJson() {
    assertThat(stage.direct("{\"action\":\"health_check\"}").toString())
        .isEqualTo(
            "{\"status\":\"ok\",\"function\":\"picasso-staging-chat\",\"version\":\"7\",\"dependencies\":"
                + "{\"key_ring\":\"ok\",\"tokens\":\"ok\",\"tenants\":\"ok\",\"conversations\":\"ok\"}}");
    assertThat(stage.direct("{\"action\":\"jwt_metrics\"}").path("issued").path("manage").asInt())
        .isZero();
    assertThat(stage.direct("{\"action\":\"chat\"}").at("/error/code").asText())
        .isEqualTo("unknown_action");
    assertThat(
            stage
                .direct("{\"action\":\"issue_token\",\"tenant_hash\":\"ffffffff\"}")
                .at("/error/code")
                .asText())
        .isEqualTo("unknown_tenant");
  }

  @Test
  void saysThatTheModelIsAwayAndNotWhy() {
    stage.model.status = 500;
    var answer = stage.call(TestRequest.post("chat").message("hello"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("model_unavailable");
    assertThat(stage.context.lines.getLast()).contains("\"ModelErrors\":1", "\"ServerErrors\":1");
  }

  @Test
  void saysWhichDependencyDoesNotWorkAndNotWhy() {
    stage.tables.client().deleteTable(request -> request.tableName("tokens"));
    var answer = stage.call(TestRequest.get("health_check"));
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().path("dependencies").toString())
        .isEqualTo(
            "{\"key_ring\":\"ok\",\"tokens\":\"unavailable\",\"tenants\":\"ok\",\"conversations\":\"ok\"}");
    assertThat(answer.body().toString()).doesNotContain("Exception", "table");
    assertThat(stage.call(TestRequest.post("issue_token")).code()).isEqualTo("storage_unavailable");
  }
}
