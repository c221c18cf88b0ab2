package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefreshTokensTest {
  private final Stage stage = new Stage();

  @Test
  void eachTokenIsGoodOnceAndHandsOverToTheNext() {
    var seen = new HashSet<String>();
    var token = begin();
    for (int turn = 0; turn < 5; turn++) {
      assertThat(seen.add(token)).isTrue();
      var rotated = rotated(token);
      assertThat(rotated.session()).isEqualTo(Stage.SESSION);
      assertThat(rotated.next().expiresAt()).isEqualTo(Stage.BEGIN.plus(Lifetimes.REFRESH_FAMILY));
      token = rotated.next().value();
    }
    assertThat(stage.metrics.snapshot().refreshed()).isEqualTo(5);
  }

  @Test
  void reuseRevokesTheFamilyAndTheSessionsTokens() {
    var first = begin();
    var access = stage.issue(Purpose.STREAM).compact();
    var second = rotated(first).next().value();
    assertThat(reason(first)).isEqualTo(Reason.REFRESH_REUSED);
    assertThat(reason(second)).isEqualTo(Reason.REFRESH_REVOKED);
    assertThat(reason(first)).isEqualTo(Reason.REFRESH_REVOKED);
    assertThat(stage.outcome(access, Purpose.STREAM, Stage.NORTH)).isEqualTo("revoked_session");
    assertThat(stage.metrics.snapshot().revoked())
        .containsEntry(TokenMetrics.Revocation.FAMILY, 1L);
  }

  @Test
  void reuseLeavesOtherSessionsAlone() {
    var other = new SessionId("session-of-another");
    var bystander = stage.refresh.begin(Stage.NORTH, other, Stage.NEW).value();
    var first = begin();
    rotated(first);
    assertThat(reason(first)).isEqualTo(Reason.REFRESH_REUSED);
    assertThat(stage.refresh.rotate(Stage.NORTH, bystander)).isInstanceOf(Rotated.class);
  }

  @Test
  void aRevokedSessionOrTenantCannotRefresh() {
    var ofSession = begin();
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    assertThat(reason(ofSession)).isEqualTo(Reason.REFRESH_REVOKED);
    var ofTenant = begin();
    stage.revocations.revokeTenant(Stage.NORTH);
    assertThat(reason(ofTenant)).isEqualTo(Reason.REFRESH_REVOKED);
    assertThat(rotated(begin()).session()).isEqualTo(Stage.SESSION);
  }

  @Test
  void aTokenOfARotationIsVoidWhenTheSessionIsRevokedBetweenRotationAndIssue() {
    var rotated = rotated(begin());
    stage.revocations.revokeSession(Stage.NORTH, Stage.SESSION);
    var token =
        stage.issuer.issue(Stage.NORTH, rotated.session(), Purpose.STREAM, rotated.epochs());
    assertThat(stage.outcome(token.compact(), Purpose.STREAM, Stage.NORTH))
        .isEqualTo("revoked_session");
  }

  @Test
  void signingOutEndsTheFamilyAndNothingElse() {
    var token = begin();
    var access = stage.issue(Purpose.STREAM).compact();
    stage.refresh.revoke(Stage.NORTH, token);
    assertThat(reason(token)).isEqualTo(Reason.REFRESH_REVOKED);
    assertThat(stage.outcome(access, Purpose.STREAM, Stage.NORTH)).isEqualTo("ok");
    stage.refresh.revoke(Stage.NORTH, "unknown");
  }

  @Test
  void anotherTenantsTokenIsUnknownAndStaysGood() {
    var token = begin();
    assertThat(stage.refresh.rotate(Stage.LAKE, token))
        .isEqualTo(new Rejection(Reason.UNKNOWN_REFRESH));
    assertThat(stage.refresh.rotate(Stage.NORTH, token)).isInstanceOf(Rotated.class);
  }

  @Test
  void theFamilyEndsThoughItsItemsAreStillThere() {
    var token = begin();
    stage.clock.advance(Lifetimes.REFRESH_FAMILY.minus(Duration.ofSeconds(1)));
    var next = rotated(token).next().value();
    stage.clock.advance(Duration.ofSeconds(1));
    assertThat(reason(next)).isEqualTo(Reason.REFRESH_EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "epoch#tenant",
        "eyJhbGciOiJub25lIn0.e30."
      })
  void whatIsNoTokenOfOursIsUnknown(String presented) {
    assertThat(reason(presented)).isEqualTo(Reason.UNKNOWN_REFRESH);
  }

  @Test
  void theTableHoldsNoTokenInTheClear() {
    var first = begin();
    var second = rotated(first).next().value();
    var stored = stage.dynamoDb.scan(request -> request.tableName(LocalTables.TOKENS)).items();
    assertThat(stored).hasSize(3);
    assertThat(stored.toString()).doesNotContain(first).doesNotContain(second);
    assertThat(stored).allSatisfy(item -> assertThat(item).containsKeys("tenant", "ttl"));
  }

  @Test
  void withoutTheTableTheAnswerIsUnavailable() {
    var token = begin();
    stage.dynamoDb.deleteTable(request -> request.tableName(LocalTables.TOKENS));
    assertThat(reason(token)).isEqualTo(Reason.UNAVAILABLE);
  }

  private String begin() {
    var epochs = stage.revocations.epochs(Stage.NORTH, Stage.SESSION);
    return stage.refresh.begin(Stage.NORTH, Stage.SESSION, epochs).value();
  }

  private Rotated rotated(String token) {
    return switch (stage.refresh.rotate(Stage.NORTH, token)) {
      case Rotated rotated -> rotated;
      case Rejection(Reason reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  private Reason reason(String token) {
    return switch (stage.refresh.rotate(Stage.NORTH, token)) {
      case Rotated rotated -> throw new AssertionError("rotated: " + rotated);
      case Rejection(Reason reason) -> reason;
    };
  }
}
