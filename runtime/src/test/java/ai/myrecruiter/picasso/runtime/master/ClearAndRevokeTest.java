package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is gone after a tenant's administrator cleared or revoked it, and what is not. */
final class ClearAndRevokeTest {
  private final MasterStage stage = new MasterStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void clearsASessionAndRevokesItsTokens() {
    var issued = stage.issue();
    var token = issued.path("token").asText();
    stage.call(TestRequest.post("chat").message("hello").token(token));
    var session = MasterStage.object().put("session", issued.path("session").asText());
    var cleared =
        stage.call(
            TestRequest.clear()
                .token(stage.manageToken(MasterStage.NORTH))
                .body(session.toString()));
    assertThat(cleared.status()).isEqualTo(200);
    assertThat(stage.tables.items("recent-messages", "conversation-summaries")).isEmpty();
    assertThat(stage.call(TestRequest.post("chat").message("more").token(token)).code())
        .isEqualTo("revoked_session");
    var refresh = MasterStage.object().put("refresh_token", issued.path("refresh_token").asText());
    assertThat(stage.call(TestRequest.post("refresh_token").body(refresh.toString())).status())
        .isEqualTo(401);
  }

  @Test
  void clearsEverySessionOfASubject() {
    var one = stage.issue();
    var two = stage.call(TestRequest.post("issue_token").token(one.path("token").asText())).body();
    for (var each : new String[] {one.path("token").asText(), two.path("token").asText()}) {
      stage.call(TestRequest.post("chat").message("hello").token(each));
    }
    var subject =
        MasterStage.object().put("subject", one.path("session").asText().substring(0, 24));
    var cleared =
        stage.call(
            TestRequest.clear()
                .method("DELETE")
                .token(stage.manageToken(MasterStage.NORTH))
                .body(subject.toString()));
    assertThat(cleared.body().at("/erased/sessions").asInt()).isEqualTo(2);
    assertThat(stage.tables.items("recent-messages", "conversation-summaries")).isEmpty();
  }

  @Test
  void clearsNothingOfAnotherTenant() {
    var issued = stage.issue();
    stage.call(TestRequest.post("chat").message("hello").token(issued.path("token").asText()));
    var session = MasterStage.object().put("session", issued.path("session").asText());
    stage.call(
        TestRequest.clear()
            .header("x-tenant-hash", MasterStage.SOUTH)
            .token(stage.manageToken(MasterStage.SOUTH))
            .body(session.toString()));
    assertThat(stage.tables.items("recent-messages")).hasSize(2);
  }

  @Test
  void revokesOneToken() {
    var token = stage.issue().path("token").asText();
    var body = MasterStage.object().put("scope", "token").put("token", token);
    stage.call(
        TestRequest.post("revoke")
            .token(stage.manageToken(MasterStage.NORTH))
            .body(body.toString()));
    assertThat(stage.call(TestRequest.post("chat").message("x").token(token)).code())
        .isEqualTo("revoked_token");
  }
}
