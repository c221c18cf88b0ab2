package ai.myrecruiter.picasso.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditStackTest {
  private static JsonNode bucket(String environment, String name) {
    return SynthesizedApp.properties(
        "picasso-" + environment + "-audit", "AWS::S3::Bucket", "BucketName", name);
  }

  @ParameterizedTest
  @CsvSource({"production, myrecruiter-picasso, 2192", "staging, myrecruiter-picasso-staging, 1"})
  void locksEvidenceSoThatNobodyCanDeleteItBeforeItsTime(
      String environment, String name, int days) {
    var evidence = bucket(environment, name);
    assertThat(evidence.path("ObjectLockEnabled").asBoolean()).isTrue();
    var retention = evidence.at("/ObjectLockConfiguration/Rule/DefaultRetention");
    assertThat(retention.path("Mode").asText()).isEqualTo("COMPLIANCE");
    assertThat(retention.path("Days").asInt()).isEqualTo(days);
    assertThat(evidence.at("/VersioningConfiguration/Status").asText()).isEqualTo("Enabled");
    assertThat(
            evidence
                .at("/BucketEncryption/ServerSideEncryptionConfiguration/0")
                .at("/ServerSideEncryptionByDefault/SSEAlgorithm")
                .asText())
        .isEqualTo("aws:kms");
    assertThat(evidence.at("/LoggingConfiguration/DestinationBucketName").toString())
        .contains("AccessLogs");
  }

  @ParameterizedTest
  @CsvSource({"staging", "production"})
  void opensNoBucketToAnyone(String environment) {
    var stack = "picasso-" + environment + "-audit";
    assertThat(SynthesizedApp.properties(stack, "AWS::S3::Bucket"))
        .hasSize(2)
        .allSatisfy(bucket ->
            assertThat(bucket.path("PublicAccessBlockConfiguration"))
                .hasSize(4)
                .allSatisfy(blocked -> assertThat(blocked.asBoolean()).isTrue()));
    assertThat(SynthesizedApp.properties(stack, "AWS::S3::BucketPolicy"))
        .hasSize(2)
        .allSatisfy(policy -> {
          var statements = policy.at("/PolicyDocument/Statement").toString();
          assertThat(statements).contains("\"aws:SecureTransport\":\"false\"");
          assertThat(statements).contains("\"s3:TlsVersion\":1.2");
        });
    assertThat(SynthesizedApp.resources(stack))
        .filteredOn(it -> it.getValue().path("Type").asText().matches("AWS::(S3::Bucket|KMS::Key)"))
        .allSatisfy(
            it -> assertThat(it.getValue().path("DeletionPolicy").asText()).isEqualTo("Retain"));
  }

  @Test
  void signsWithAKeyThatNeverLeavesTheService() {
    var signing =
        SynthesizedApp.properties("picasso-production-audit", "AWS::KMS::Key").stream()
            .filter(key -> key.path("KeyUsage").asText().equals("SIGN_VERIFY"))
            .toList();
    assertThat(signing)
        .singleElement()
        .satisfies(key -> {
          assertThat(key.path("KeySpec").asText()).isEqualTo("ECC_NIST_P256");
          assertThat(key.path("PendingWindowInDays").asInt()).isEqualTo(30);
        });
  }
}
