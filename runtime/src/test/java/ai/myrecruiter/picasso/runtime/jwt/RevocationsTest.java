package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RevocationsTest {
  private final Stage stage = new Stage();

  @Test
  void revokingATokenVoidsItAndNoOther() {
    var token = stage.issue(Purpose.STREAM).compact();
    var other = stage.issue(Purpose.STREAM).compact();
    stage.revocations.revoke(stage.verified(token));
    assertThat(outcome(token)).isEqualTo("revoked_token");
    assertThat(outcome(other)).isEqualTo("ok");
  }

  @Test
  void revokingASessionVoidsItsTokensUntilNowAndNoOthers() {
    var token = stage.issue(Purpose.STREAM).compact();
    var otherSession = new SessionId("session-of-another");
    var other = stage.issuer.issue(Stage.NORTH, otherSession, Purpose.STREAM, Stage.NEW).compact();
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    assertThat(outcome(token)).isEqualTo("revoked_session");
    assertThat(outcome(other)).isEqualTo("ok");
    assertThat(outcome(stage.issue(Purpose.STREAM).compact())).isEqualTo("ok");
  }

  @Test
  void revokingATenantVoidsAllOfItsTokensUntilNowAndNoOthers() {
    var token = stage.issue(Purpose.STREAM).compact();
    var other = stage.issuer.issue(Stage.LAKE, Stage.SESSION, Purpose.STREAM, Stage.NEW).compact();
    stage.revocations.revokeTenant(Stage.NORTH);
    assertThat(outcome(token)).isEqualTo("revoked_tenant");
    assertThat(stage.outcome(other, Purpose.STREAM, Stage.LAKE)).isEqualTo("ok");
    assertThat(outcome(stage.issue(Purpose.STREAM).compact())).isEqualTo("ok");
  }

  @Test
  void eachOfManyRevocationsWithinAMillisecondCounts() {
    for (int i = 0; i < 5; i++) {
      var token = stage.issue(Purpose.STREAM).compact();
      assertThat(outcome(token)).isEqualTo("ok");
      stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
      assertThat(outcome(token)).isEqualTo("revoked_session");
    }
  }

  @Test
  void aClockThatRunsBehindRevokesAllTheSame() {
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    stage.clock.advance(Duration.ofSeconds(-4));
    var token = stage.issue(Purpose.STREAM).compact();
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    assertThat(outcome(token)).isEqualTo("revoked_session");
  }

  @Test
  void anEpochThatTtlRemovedDoesNotComeBackSmaller() {
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    var token = stage.issue(Purpose.STREAM).compact();
    stage.dynamoDb.deleteItem(request ->
        request
            .tableName(LocalTables.TOKENS)
            .key(TokensTable.key(Stage.NORTH, TokensTable.epochOf(Stage.SESSION))));
    assertThat(outcome(token)).isEqualTo("ok");
    stage.clock.advance(Duration.ofMillis(1));
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    assertThat(outcome(token)).isEqualTo("revoked_session");
  }

  @Test
  void aStreamNoticesARevocationAtItsNextCheck() {
    var token = stage.verified(stage.issue(Purpose.STREAM).compact());
    assertThat(stage.verifier.recheck(token)).isEmpty();
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    assertThat(stage.verifier.recheck(token)).contains(new Rejection(Reason.REVOKED_SESSION));
  }

  @Test
  void itemsLiveInEpochSecondsAndPastTheEndOfWhatTheyVoid() {
    var token = stage.verified(stage.issue(Purpose.STREAM).compact());
    stage.revocations.revoke(token);
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    stage.revocations.revokeTenant(Stage.NORTH);
    long now = Stage.BEGIN.getEpochSecond();
    assertThat(ttl(TokensTable.denied(token.jti()))).contains(now + 900 + 5 + 1);
    assertThat(ttl(TokensTable.epochOf(Stage.SESSION)).orElseThrow())
        .isGreaterThan(now + Lifetimes.REFRESH_FAMILY.toSeconds() + 900);
    assertThat(ttl(TokensTable.EPOCH_OF_TENANT)).isEmpty();
  }

  @Test
  void withoutTheTableNobodyIsLetIn() {
    var token = stage.issue(Purpose.STREAM).compact();
    var verified = stage.verified(token);
    stage.dynamoDb.deleteTable(request -> request.tableName(LocalTables.TOKENS));
    assertThat(outcome(token)).isEqualTo("tokens_unavailable");
    assertThat(Reason.UNAVAILABLE.status()).isEqualTo(503);
    assertThat(stage.verifier.recheck(verified)).contains(new Rejection(Reason.UNAVAILABLE));
    assertThatThrownBy(() -> stage.revocations.revoke(verified))
        .isInstanceOf(TokensUnavailable.class);
    assertThatThrownBy(() -> stage.revocations.revokeTenant(Stage.NORTH))
        .isInstanceOf(TokensUnavailable.class);
    assertThatThrownBy(() -> stage.revocations.epochs(Stage.NORTH, Stage.SESSION))
        .isInstanceOf(TokensUnavailable.class);
  }

  private Optional<Long> ttl(String item) {
    var stored =
        stage
            .dynamoDb
            .getItem(request ->
                request
                    .tableName(LocalTables.TOKENS)
                    .key(TokensTable.key(Stage.NORTH, item))
                    .consistentRead(true))
            .item();
    assertThat(stored).isNotEmpty();
    return Optional.ofNullable(stored.get("ttl")).map(value -> Long.parseLong(value.n()));
  }

  private String outcome(String compact) {
    return stage.outcome(compact, Purpose.STREAM, Stage.NORTH);
  }
}
