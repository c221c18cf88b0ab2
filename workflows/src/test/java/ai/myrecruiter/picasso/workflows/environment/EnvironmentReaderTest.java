package ai.myrecruiter.picasso.workflows.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class EnvironmentReaderTest {
  private static final String STAGING =
      """
      environment: staging
      domain: staging.example.com
      bucket: example-staging
      secret: picasso/staging/jwt/signing-key
      """;
  private static final String PRODUCTION = STAGING.replace("staging", "production");

  @Test
  void completesADocumentWithTheDefaultsOfItsEnvironment() {
    var staging = accepted(STAGING);
    var production = accepted(PRODUCTION);
    assertThat(staging.approval()).isEqualTo(new Approvals(false, false, false));
    assertThat(production.approval()).isEqualTo(new Approvals(true, true, true));
    assertThat(staging.retention().recovery()).isEqualTo(Duration.ofDays(7));
    assertThat(production.retention().evidence()).isEqualTo(Duration.ofDays(2192));
    assertThat(production.retention().keepData()).isTrue();
    assertThat(production.thresholds()).isEqualTo(new Thresholds(5, 5000, 1, 1, 5));
    assertThat(staging.account()).isEmpty();
    assertThat(staging.audiences().keySet())
        .containsExactlyInAnyOrder("releases", "operations", "security");
  }

  @Test
  void keepsTheLivesOfDataTheSameEverywhere() {
    assertThat(accepted(STAGING).retention().messages())
        .isEqualTo(accepted(PRODUCTION).retention().messages())
        .isEqualTo(Duration.ofHours(24));
    for (var text : List.of("retention: {messages: 48h}", "retention: {summaries: 8d}")) {
      assertThat(findings(STAGING + text))
          .singleElement()
          .satisfies(finding -> assertThat(finding.rule()).contains("the payload writes it so"));
    }
  }

  @ParameterizedTest
  @EnumSource(ServiceAlarm.class)
  void givesEveryAlarmASeverity(ServiceAlarm alarm) {
    var config = accepted(STAGING);
    assertThat(config.severity(alarm)).isEqualTo(alarm.standard());
    assertThat(config.everySeverity()).containsEntry(alarm, alarm.standard());
    assertThat(config.alarmName(alarm)).isEqualTo("picasso-staging-" + alarm.text());
    var changed = STAGING + "severities: {" + alarm.text() + ": notify}";
    if (alarm.isolation()) {
      assertThat(findings(changed))
          .extracting(Finding::path)
          .containsExactly("$.severities." + alarm.text());
    } else {
      assertThat(accepted(changed).severity(alarm)).isEqualTo(Severity.NOTIFY);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "account: '1234'|$.account",
        "region: Mars|$.region",
        "plan: ../plan.txt|$.plan",
        "thresholds: {errorPercent: 60}|$.thresholds.errorPercent",
        "thresholds: {crossTenantAttempts: 2}|$.thresholds.crossTenantAttempts",
        "thresholds: {jwtBypasses: 3}|$.thresholds.jwtBypasses",
        "thresholds: {firstTokenMillis: 1.5}|$.thresholds.firstTokenMillis",
        "retention: {logs: 31d}|$.retention.logs",
        "retention: {recovery: 36d}|$.retention.recovery",
        "retention: {evidence: 36h}|$.retention.evidence",
        "encryption: {rotation: 30d}|$.encryption.rotation",
        "encryption: {deletionWindow: 6d}|$.encryption.deletionWindow",
        "concurrency: {chat: 0}|$.concurrency.chat",
        "model: {id: 'a b'}|$.model.id",
        "model: {guardrailVersion: latest}|$.model.guardrailVersion",
        "severities: {chat-errors: ignore}|$.severities.chat-errors",
        "audiences: {operations: [nobody]}|$.audiences.operations[0]",
        "audiences: {friends: []}|$.audiences",
        "freeze: {dated: [{name: a, start: '2026-01-02T00:00:00Z', end:"
            + " '2026-01-01T00:00:00Z'}]}|$.freeze.dated[0].end",
        "freeze: {weekly: [{name: a, days: [someday]}]}|$.freeze.weekly[0].days[0]",
        "freeze: {weekly: [{name: a, days: [friday], from: '18:00', to:"
            + " '06:00'}]}|$.freeze.weekly[0].to",
        "freeze: {weekly: [{name: a, days: [friday], zone: Mars/One}]}|$.freeze.weekly[0].zone"
      })
  void refusesWhatBreaksARuleAndNamesItsPath(String line, String path) {
    assertThat(findings(STAGING + line)).extracting(Finding::path).containsExactly(path);
    assertThat(findings(STAGING + line)).allSatisfy(it -> assertThat(it.fix()).isNotBlank());
  }

  @Test
  void reportsEverythingAtOnce() {
    var text =
        "environment: moon\ndomain: https://x\nbucket: B\nthreshold: {}\nconcurrency: {chat: many}";
    assertThat(findings(text))
        .extracting(Finding::path)
        .containsExactlyInAnyOrder(
            "$.environment", "$.domain", "$.bucket", "$.secret", "$.concurrency.chat", "$");
    assertThat(findings(text)).extracting(Finding::fix).contains("did you mean thresholds?");
  }

  @Test
  void holdsProductionToApprovalAndToKeepingItsData() {
    assertThat(findings(PRODUCTION + "approval: {stages: false}\nretention: {keepData: false}"))
        .extracting(Finding::path)
        .containsExactlyInAnyOrder("$.approval", "$.retention.keepData");
    assertThat(accepted(STAGING + "approval: {stages: true}").approval().stages()).isTrue();
  }

  @Test
  void refusesTheSecretOfAnotherEnvironment() {
    var text = STAGING.replace("picasso/staging", "picasso/production");
    assertThat(findings(text)).extracting(Finding::path).containsExactly("$.secret");
  }

  @Test
  void saysWhatTheDocumentItselfGives() {
    var reading = EnvironmentReader.read(STAGING + "thresholds: {errorPercent: 7}").orThrow();
    assertThat(reading.given())
        .containsExactlyInAnyOrder(
            "environment", "domain", "bucket", "secret", "thresholds.errorPercent");
    assertThat(reading.config().values())
        .containsEntry("thresholds.errorPercent", "7")
        .containsEntry("audiences.security", "none")
        .containsEntry("retention.messages", "1d");
  }

  @Test
  void writesWhatItReadsBackAsTheSame() {
    var text =
        PRODUCTION
            + """
            freeze:
              dated: [{name: year-end, start: "2026-12-19T00:00:00Z", end: "2027-01-04T00:00:00Z"}]
              weekly: [{name: weekend, days: [saturday, sunday]}]
            audiences: {operations: [ops@example.com]}
            """;
    var config = accepted(text);
    assertThat(accepted(Contracts.write(config))).isEqualTo(config);
  }

  @Test
  void cannotBeConstructedIllegally() {
    assertThatThrownBy(() -> new Concurrency(0, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Thresholds(5, 5000, 2, 1, 5))
        .hasMessageContaining("must be a whole number 1: the first one is one too many");
  }

  private static EnvironmentConfig accepted(String text) {
    return EnvironmentReader.read(text).orThrow().config();
  }

  private static List<Finding> findings(String text) {
    return switch (EnvironmentReader.read(text)) {
      case EnvironmentReading.Refused(var findings) -> findings;
      case EnvironmentReading.Accepted(var config, var _) ->
          throw new AssertionError("accepted: " + config);
    };
  }
}
