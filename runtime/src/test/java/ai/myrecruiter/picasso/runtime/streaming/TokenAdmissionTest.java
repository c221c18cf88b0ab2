package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.tenant.TenantsUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenAdmissionTest {
  private static final String LISTED = AdmissionStage.LISTED.value();
  private final AdmissionStage stage = new AdmissionStage();
  private final Measures measures = new Measures();

  @AfterEach
  void close() {
    stage.close();
  }

  private Permit admit(Map<String, String> headers) throws Refusal {
    return stage.admission().admit(request(headers), measures);
  }

  private ErrorCode refused(Map<String, String> headers) {
    var refusal = catchThrowableOfType(Refusal.class, () -> admit(headers));
    assertThat(refusal).as("%s was let in", headers).isNotNull();
    return refusal.code();
  }

  private static StreamRequest request(Map<String, String> headers) {
    return new StreamRequest("POST", "stream", headers, Optional.empty());
  }

  private boolean accepted() {
    return measures.has(Metric.TOKENS_ACCEPTED);
  }

  private boolean verified() {
    return measures.has(Metric.JWT_VERIFY_LATENCY);
  }

  @ParameterizedTest
  @CsvSource({"x-jwt-token,''", "authorization,'Bearer '", "authorization,'bEARER   '"})
  void letsInWithATokenByEitherHeader(String header, String prefix) throws Exception {
    var token = stage.token("north", LISTED, Purpose.STREAM);
    var permit = admit(Map.of("host", "north.example", header, prefix + token));
    assertThat(permit.conversation().tenant()).isEqualTo("north");
    assertThat(permit.conversation().session()).isEqualTo(LISTED);
    assertThat(permit.standing()).isEqualTo(Standing.IN_FORCE);
    assertThat(verified()).isTrue();
    assertThat(accepted()).isTrue();
    assertThat(stage.published(measures)).contains("\"CrossTenantAttempts\":0");
  }

  @Test
  void takesTheTenantOfASharedHostFromTheHash() throws Exception {
    var token = stage.token("north", LISTED, Purpose.STREAM);
    var headers = Map.of("host", "chat.example", "x-jwt-token", token);
    assertThat(refused(headers)).isEqualTo(ErrorCode.TENANT_REFUSED);
    var named =
        Map.of("host", "chat.example", "x-jwt-token", token, "x-tenant-hash", AdmissionStage.NORTH);
    assertThat(admit(named).conversation().tenant()).isEqualTo("north");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "evil.example", "north.example:x", "chat.example"})
  void refusesAStrangeHostBeforeItLooksAtTheToken(String host) {
    assertThat(refused(Map.of("host", host))).isEqualTo(ErrorCode.TENANT_REFUSED);
    assertThat(refused(Map.of("host", host, "x-jwt-token", "a.b.c")))
        .isEqualTo(ErrorCode.TENANT_REFUSED);
    assertThat(verified()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"x-jwt-token,''", "authorization,Bearer", "authorization,'Basic a.b.c'", "x,a.b.c"})
  void refusesARequestWithoutToken(String header, String value) {
    assertThat(refused(Map.of("host", "north.example", header, value)))
        .isEqualTo(ErrorCode.MISSING_TOKEN);
    assertThat(verified()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "é.é.é", " "})
  void refusesWhatIsNoTokenAndMeasuresThatItLooked(String token) {
    assertThat(refused(Map.of("host", "north.example", "x-jwt-token", token)))
        .isEqualTo(ErrorCode.TOKEN_REFUSED);
    assertThat(verified()).isTrue();
    assertThat(accepted()).as("a refused token is no accepted one").isFalse();
  }

  @Test
  void refusesATokenToManageWith() {
    var token = stage.token("north", LISTED, Purpose.MANAGE);
    assertThat(refused(Map.of("host", "north.example", "x-jwt-token", token)))
        .isEqualTo(ErrorCode.TOKEN_REFUSED);
  }

  @Test
  void refusesATokenWhoseTimeIsOver() {
    var token = stage.token("north", LISTED, Purpose.STREAM);
    stage.clock.pass(Duration.ofSeconds(906));
    assertThat(refused(Map.of("host", "north.example", "x-jwt-token", token)))
        .isEqualTo(ErrorCode.TOKEN_REFUSED);
  }

  @Test
  void countsATokenOfAnotherTenantAsAnAttempt() {
    var token = stage.token("south", LISTED, Purpose.STREAM);
    assertThat(refused(Map.of("host", "north.example", "x-jwt-token", token)))
        .isEqualTo(ErrorCode.TENANT_REFUSED);
    assertThat(stage.published(measures)).contains("\"CrossTenantAttempts\":1");
  }

  @Test
  void countsTheHashOfAnotherTenantAsAnAttempt() {
    var token = stage.token("north", LISTED, Purpose.STREAM);
    var headers =
        Map.of(
            "host", "north.example", "x-jwt-token", token, "x-tenant-hash", AdmissionStage.SOUTH);
    assertThat(refused(headers)).isEqualTo(ErrorCode.TENANT_REFUSED);
    assertThat(stage.published(measures)).contains("\"CrossTenantAttempts\":1");
    var next = new Measures();
    var without =
        catchThrowableOfType(
            Refusal.class,
            () -> stage.admission().admit(request(Map.of("host", "north.example")), next));
    assertThat(without.code()).isEqualTo(ErrorCode.MISSING_TOKEN);
    assertThat(stage.published(next)).contains("\"CrossTenantAttempts\":0");
  }

  @Test
  void asksTheFlagForTheSessionOfTheToken() throws Exception {
    var other = stage.token("north", "session-of-nobody", Purpose.STREAM);
    assertThat(refused(Map.of("host", "north.example", "x-jwt-token", other)))
        .isEqualTo(ErrorCode.STREAMING_OFF);
    var off = stage.token("south", LISTED, Purpose.STREAM);
    assertThat(refused(Map.of("host", "south.example", "x-jwt-token", off)))
        .isEqualTo(ErrorCode.STREAMING_OFF);
  }

  @Test
  void seesARevocationInMidStreamAndAtTheDoor() throws Exception {
    var headers =
        Map.of(
            "host", "north.example", "x-jwt-token", stage.token("north", LISTED, Purpose.STREAM));
    var permit = admit(headers);
    stage.revoke("north", LISTED);
    assertThat(permit.standing()).isEqualTo(Standing.REVOKED);
    assertThat(refused(headers)).isEqualTo(ErrorCode.TOKEN_REFUSED);
  }

  @Test
  void letsNobodyInWhileRevocationsCannotBeRead() throws Exception {
    var headers =
        Map.of(
            "host", "north.example", "x-jwt-token", stage.token("north", LISTED, Purpose.STREAM));
    var permit = admit(headers);
    stage.dropTokens();
    assertThat(permit.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(refused(headers)).isEqualTo(ErrorCode.ADMISSION_UNAVAILABLE);
  }

  @Test
  void letsNobodyInWhileTenantsCannotBeRead() {
    stage.registryFails(new TenantsUnavailable(new IllegalStateException("test")));
    assertThat(refused(Map.of("host", "north.example"))).isEqualTo(ErrorCode.ADMISSION_UNAVAILABLE);
    assertThat(stage.published(measures)).contains("\"CrossTenantAttempts\":0");
  }
}
