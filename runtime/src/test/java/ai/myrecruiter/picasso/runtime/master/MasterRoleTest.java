package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.aws.RecordedDynamoDb;
import ai.myrecruiter.picasso.runtime.tenant.HostName;
import ai.myrecruiter.picasso.runtime.tenant.TenantTable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the master function asks of its tables is what its role allows, and the other way round. */
final class MasterRoleTest {
  private final RecordedDynamoDb recorded = new RecordedDynamoDb();
  private final MasterStage stage = new MasterStage(10_000, recorded::over);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void asksForWhatItsRoleAllowsAndForAllOfIt() {
    talk();
    refreshTwice();
    revokeAndClear();
    new TenantTable(recorded.over(stage.tables.client()), "tenants", stage.clock)
        .byHost(new HostName("north.example"));
    assertThat(recorded.asked()).isEqualTo(RecordedDynamoDb.allowed("Chat"));
  }

  private void talk() {
    var token = stage.issue().path("token").asText();
    stage.call(TestRequest.get("health_check"));
    stage.call(TestRequest.get("config"));
    for (var said : new String[] {"I need an appointment on Monday at ten", "thank you"}) {
      assertThat(stage.call(TestRequest.post("chat").message(said).token(token)).status())
          .isEqualTo(200);
    }
    stage.call(TestRequest.post("issue_token").token(token));
  }

  /** The second use of a refresh token revokes its family. */
  private void refreshTwice() {
    var refresh =
        MasterStage.object().put("refresh_token", stage.issue().path("refresh_token").asText());
    assertThat(stage.call(TestRequest.post("refresh_token").body(refresh.toString())).status())
        .isEqualTo(200);
    stage.clock.pass(Duration.ofMinutes(5));
    assertThat(stage.call(TestRequest.post("refresh_token").body(refresh.toString())).status())
        .isEqualTo(401);
  }

  private void revokeAndClear() {
    var issued = stage.issue();
    var token = issued.path("token").asText();
    stage.call(TestRequest.post("chat").message("hello").token(token));
    var session = issued.path("session").asText();
    var one = MasterStage.object().put("scope", "token").put("token", token);
    manage(TestRequest.post("revoke").body(one.toString()));
    manage(TestRequest.clear().body(MasterStage.object().put("session", session).toString()));
    var subject = MasterStage.object().put("subject", session.substring(0, 24));
    manage(TestRequest.clear().method("DELETE").body(subject.toString()));
    manage(TestRequest.post("revoke").body("{\"scope\":\"tenant\"}"));
  }

  private void manage(TestRequest request) {
    var answer = stage.call(request.token(stage.manageToken(MasterStage.NORTH)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
  }
}
