package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import io.jsonwebtoken.Jwts;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IssuingTest {
  private final Stage stage = new Stage();

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void whatIsIssuedIsVerifiedForItsPurposeOnly(Purpose purpose) {
    var token = stage.issue(purpose).compact();
    for (var asked : Purpose.values()) {
      assertThat(stage.outcome(token, asked, Stage.NORTH))
          .isEqualTo(asked == purpose ? "ok" : "wrong_type");
    }
  }

  @Test
  void aForeignTenantIsRefusedAndCounted() {
    var token = stage.issue(Purpose.STREAM).compact();
    assertThat(stage.outcome(token, Purpose.STREAM, Stage.LAKE)).isEqualTo("foreign_tenant");
    assertThat(stage.attempts.count()).isEqualTo(1);
    assertThat(Reason.FOREIGN_TENANT.status()).isEqualTo(403);
  }

  @Test
  void aTokenLivesFifteenMinutesAndTheSkew() {
    var issued = stage.issue(Purpose.STREAM);
    assertThat(issued.expiresAt()).isEqualTo(Stage.BEGIN.plusSeconds(900));
    stage.clock.advance(Duration.ofSeconds(905).minusMillis(1));
    assertThat(stage.outcome(issued.compact(), Purpose.STREAM, Stage.NORTH)).isEqualTo("ok");
    stage.clock.advance(Duration.ofMillis(1));
    assertThat(stage.outcome(issued.compact(), Purpose.STREAM, Stage.NORTH)).isEqualTo("expired");
  }

  @Test
  void jjwtsOwnParserAgrees() {
    var issued = stage.issue(Purpose.STREAM);
    var key = stage.rings.publicHalf().stream().activeKey().material();
    var parsed =
        Jwts.parser()
            .verifyWith((PublicKey) verification(key))
            .clock(() -> Date.from(stage.clock.instant()))
            .requireAudience("picasso:stream")
            .build()
            .parseSignedClaims(issued.compact());
    assertThat(parsed.getHeader().getType()).isEqualTo("stream+jwt");
    assertThat(parsed.getPayload().getId()).isEqualTo(issued.jti());
    assertThat(parsed.getPayload().getExpiration()).isEqualTo(Date.from(issued.expiresAt()));
    assertThat(parsed.getPayload().getSubject()).isEqualTo(Stage.SESSION.value());
  }

  private static java.security.Key verification(KeyMaterial key) {
    return io.jsonwebtoken.security.Jwks.parser().build().parse(key.jwk().toString()).toKey();
  }

  @Test
  void theLongestNamesFitIntoATokenAndNoTwoTokensAreAlike() {
    var tenant = new TenantId("t".repeat(63));
    var session = new SessionId("s".repeat(64));
    var epochs = new Epochs(Long.MAX_VALUE, Long.MAX_VALUE);
    var seen = new HashSet<String>();
    for (int i = 0; i < 200; i++) {
      var issued = stage.issuer.issue(tenant, session, Purpose.MANAGE, epochs);
      assertThat(issued.compact().length()).isLessThan(CompactJws.MAX_BYTES / 2);
      assertThat(seen.add(issued.jti())).isTrue();
      assertThat(stage.outcome(issued.compact(), Purpose.MANAGE, tenant)).isEqualTo("ok");
    }
  }

  @Test
  void countsWhatHappens() {
    var token = stage.issue(Purpose.STREAM).compact();
    stage.verified(token);
    stage.outcome("nonsense", Purpose.STREAM, Stage.NORTH);
    var snapshot = stage.metrics.snapshot();
    assertThat(snapshot.issued())
        .containsEntry(Purpose.STREAM, 1L)
        .containsEntry(Purpose.MANAGE, 0L);
    assertThat(snapshot.verified()).isEqualTo(1);
    assertThat(snapshot.rejected())
        .containsEntry(Reason.MALFORMED, 1L)
        .hasSize(Reason.values().length);
    assertThat(snapshot.verifyLatency().count()).isEqualTo(2);
    assertThat(snapshot.issueLatency().median()).isPositive();
  }

  @Test
  void nothingThatHoldsASecretPrintsIt() {
    var issued = stage.issue(Purpose.STREAM);
    var refresh = stage.refresh.begin(Stage.NORTH, Stage.SESSION, Stage.NEW);
    assertThat(issued.toString()).doesNotContain(issued.compact());
    assertThat(refresh.toString()).doesNotContain(refresh.value());
    var secret = stage.rings.stream().activeKey().material().jwk().path("d").asText();
    assertThat(secret).hasSize(43);
    assertThat(stage.rings.toString()).doesNotContain(secret);
  }
}
