package ai.myrecruiter.picasso.workflows.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReviewTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
  private static final String TABLE = "AWS::DynamoDB::Table";
  private static final String ROLE = "AWS::IAM::Role";
  private static final String ALIAS = "AWS::Lambda::Alias";

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Template template(String type, String resource, Map<String, String> parameters) {
    return resource.isEmpty()
        ? new Template(json("{'Resources': {'Other': {'Type': 'X'}}}"), parameters)
        : new Template(
            json("{'Resources': {'It': {'Type': '%s', %s}}}".formatted(type, resource)),
            parameters);
  }

  private static Review review(
      String type, String before, String after, ChangeAction action, Replacement replacement) {
    return review(type, before, after, action, replacement, false, Map.of(), Map.of());
  }

  private static Review review(
      String type,
      String before,
      String after,
      ChangeAction action,
      Replacement replacement,
      boolean retained,
      Map<String, String> parameters,
      Map<String, String> live) {
    var change =
        new ResourceChange(
            "It",
            Optional.empty(),
            type,
            action,
            replacement,
            retained,
            List.of(new PropertyChange("KeySchema", replacement)));
    return Review.of(
        new ChangeSet("s", false, "0".repeat(64), parameters, List.of(change)),
        new ReviewContext(
            template(type, before, parameters), template(type, after, parameters), live));
  }

  private static Review modified(String type, String before, String after) {
    return review(
        type,
        "'Properties': " + before,
        "'Properties': " + after,
        ChangeAction.MODIFY,
        Replacement.NO);
  }

  private static Review alias(String after, String stable, String live) {
    return review(
        ALIAS,
        "'Properties': {'FunctionVersion': '1', 'Name': 'live'}",
        "'Properties': " + after,
        ChangeAction.MODIFY,
        Replacement.NO,
        false,
        Map.of("StableVersion", stable),
        Map.of("StableVersion", live));
  }

  private static void assertBlocks(Review review, String rule, String property) {
    assertThat(review.blocked()).as("%s", review.risks()).isTrue();
    assertThat(review.risks())
        .anySatisfy(it -> {
          assertThat(it.severity()).isEqualTo(Severity.BLOCK);
          assertThat(it.rule()).isEqualTo(rule);
          assertThat(it.property()).isEqualTo(property);
          assertThat(it.reason()).isNotBlank();
          assertThat(it.resource()).isEqualTo("It");
        });
  }

  private static void assertAsks(Review review, String rule, String property) {
    assertThat(review.blocked()).as("%s", review.risks()).isFalse();
    assertThat(review.toApprove())
        .anySatisfy(it -> {
          assertThat(it.rule()).isEqualTo(rule);
          assertThat(it.property()).isEqualTo(property);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::DynamoDB::Table",
    "AWS::KMS::Key",
    "AWS::S3::Bucket",
    "AWS::SecretsManager::Secret",
    "AWS::Logs::LogGroup"
  })
  void nobodyMayRemoveOrReplaceWhatHoldsData(String type) {
    var gone = review(type, "'Properties': {}", "", ChangeAction.REMOVE, Replacement.NO);
    assertBlocks(gone, "stateful-removed", "-");
    var replaced =
        review(type, "'Properties': {}", "'Properties': {}", ChangeAction.MODIFY, Replacement.YES);
    assertBlocks(replaced, "stateful-replaced", "KeySchema");
    var perhaps =
        review(
            type, "'Properties': {}", "'Properties': {}", ChangeAction.MODIFY, Replacement.MAYBE);
    assertBlocks(perhaps, "stateful-replaced", "KeySchema");
  }

  @Test
  void aPersonMayTakeDataOutOfTheStackWhenTheyStay() {
    var review =
        review(
            TABLE,
            "'Properties': {}",
            "",
            ChangeAction.REMOVE,
            Replacement.NO,
            true,
            Map.of(),
            Map.of());
    assertAsks(review, "stateful-removed", "-");
  }

  @Test
  void whatHoldsNoDataMayGo() {
    var review =
        review(
            "AWS::Lambda::Function", "'Properties': {}", "", ChangeAction.REMOVE, Replacement.NO);
    assertThat(review.risks()).isEmpty();
  }

  @Test
  void encryptionStaysAndOtherProtectionsGoByConsent() {
    assertBlocks(
        modified(TABLE, "{'SSESpecification': {'SSEEnabled': true}}", "{}"),
        "protection-weakened",
        "SSESpecification");
    assertAsks(
        modified(
            TABLE, "{'DeletionProtectionEnabled': true}", "{'DeletionProtectionEnabled': false}"),
        "protection-weakened",
        "DeletionProtectionEnabled");
    assertAsks(
        modified(
            TABLE,
            "{'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true, 'RecoveryPeriodInDays': 35}}",
            "{'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true, 'RecoveryPeriodInDays': 7}}"),
        "protection-weakened",
        "PointInTimeRecoverySpecification");
    assertAsks(
        modified("AWS::Logs::LogGroup", "{'RetentionInDays': 365}", "{'RetentionInDays': 30}"),
        "protection-weakened",
        "RetentionInDays");
  }

  @Test
  void itemsNeverStopExpiring() {
    var on = "{'TimeToLiveSpecification': {'AttributeName': 'ttl', 'Enabled': true}}";
    assertBlocks(modified(TABLE, on, "{}"), "ttl-changed", "TimeToLiveSpecification");
    assertAsks(
        modified(TABLE, on, on.replace("'ttl'", "'expires'")),
        "ttl-changed",
        "TimeToLiveSpecification");
    assertAsks(
        modified(
            "AWS::Lambda::Function",
            "{'Environment': {'Variables': {'PICASSO_TTL_HOURS': '24'}}}",
            "{'Environment': {'Variables': {'PICASSO_TTL_HOURS': '48'}}}"),
        "ttl-changed",
        "Environment.PICASSO_TTL_HOURS");
  }

  @Test
  void anAliasIsGivenTheVersionThatServesAndNoOther() {
    var byParameter = "{'FunctionVersion': {'Ref': 'StableVersion'}, 'Name': 'live'}";
    assertThat(alias(byParameter, "2", "2").risks()).isEmpty();
    assertBlocks(alias(byParameter, "3", "2"), "alias-moved", "FunctionVersion");
    assertBlocks(alias("{'FunctionVersion': '2'}", "2", "2"), "alias-moved", "FunctionVersion");
    assertBlocks(
        alias(byParameter.replace("'Name'", "'RoutingConfig': {}, 'Name'"), "2", "2"),
        "alias-moved",
        "RoutingConfig");
    var gone = review(ALIAS, "'Properties': {}", "", ChangeAction.REMOVE, Replacement.NO);
    assertBlocks(gone, "alias-moved", "-");
  }

  @Test
  void aRoleMayDoLessButNotMoreWithoutConsent() {
    var one = role("'dynamodb:GetItem'", "'arn:table'");
    var two = role("['dynamodb:GetItem', 'dynamodb:PutItem']", "'arn:table'");
    assertThat(modified(ROLE, two, one).risks()).isEmpty();
    assertAsks(modified(ROLE, one, two), "iam-widened", "Policies");
    assertAsks(
        modified(ROLE, one, role("'dynamodb:GetItem'", "['arn:table', 'arn:other']")),
        "iam-widened",
        "Policies");
    assertBlocks(modified(ROLE, one, role("'*'", "'*'")), "iam-widened", "Policies");
    assertBlocks(modified(ROLE, one, role("'dynamodb:*'", "'*'")), "iam-widened", "Policies");
    assertThat(modified(ROLE, role("'dynamodb:Get*'", "'arn:*'"), one).risks()).isEmpty();
  }

  @Test
  void aRoleThatLosesADenialOrGainsAPrincipalNeedsConsent() {
    var denies = role("'s3:GetObject'", "'*'").replace("Allow", "Deny");
    assertAsks(modified(ROLE, denies, "{}"), "iam-widened", "Policies");
    var lambda = trust("{'Service': 'lambda.amazonaws.com'}");
    assertAsks(
        modified(ROLE, lambda, trust("{'Service': ['lambda.amazonaws.com', 'ec2.amazonaws.com']}")),
        "iam-widened",
        "AssumeRolePolicyDocument");
    assertBlocks(modified(ROLE, lambda, trust("'*'")), "iam-widened", "AssumeRolePolicyDocument");
    assertBlocks(
        modified(
            ROLE, "{}", "{'ManagedPolicyArns': ['arn:aws:iam::aws:policy/AdministratorAccess']}"),
        "iam-widened",
        "ManagedPolicyArns");
  }

  private static String role(String actions, String resources) {
    return ("{'Policies': [{'PolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': %s,"
            + " 'Resource': %s}]}}]}")
        .formatted(actions, resources);
  }

  private static String trust(String principal) {
    return ("{'AssumeRolePolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action':"
            + " 'sts:AssumeRole', 'Principal': %s}]}}")
        .formatted(principal);
  }

  @Test
  void theWorldReachesTheUrlByConsentAndNothingElse() {
    assertAsks(
        modified(
            "AWS::Lambda::Permission",
            "{'Principal': 's'}",
            "{'Principal': '*', 'FunctionUrlAuthType': 'NONE'}"),
        "public-exposure",
        "Principal");
    assertBlocks(
        modified("AWS::Lambda::Permission", "{'Principal': 's'}", "{'Principal': '*'}"),
        "public-exposure",
        "Principal");
    assertBlocks(
        modified(
            "AWS::Lambda::Url",
            "{'AuthType': 'NONE'}",
            "{'AuthType': 'NONE', 'Cors': {'AllowOrigins': ['*']}}"),
        "public-exposure",
        "Cors.AllowOrigins");
    assertAsks(
        modified(
            "AWS::Lambda::Url",
            "{'Cors': {'AllowOrigins': ['https://a']}}",
            "{'Cors': {'AllowOrigins': ['https://a', 'https://b']}}"),
        "public-exposure",
        "Cors.AllowOrigins");
    assertBlocks(
        modified("AWS::S3::Bucket", "{}", "{'PublicAccessBlockConfiguration': {}}"),
        "public-exposure",
        "PublicAccessBlockConfiguration.BlockPublicAcls");
    assertBlocks(
        modified(
            "AWS::SNS::TopicPolicy",
            "{}",
            "{'PolicyDocument': {'Statement': {'Effect': 'Allow', 'Action': 'sns:Publish', 'Principal': {'AWS': '*'}}}}"),
        "public-exposure",
        "PolicyDocument");
  }

  @Test
  void theSafetyNetIsLoosenedByConsent() {
    var alarm = "AWS::CloudWatch::Alarm";
    assertAsks(
        review(alarm, "'Properties': {}", "", ChangeAction.REMOVE, Replacement.NO),
        "safety-net-weakened",
        "-");
    assertAsks(
        modified(alarm, "{'Threshold': 5}", "{'Threshold': 50}"),
        "safety-net-weakened",
        "Threshold");
    assertAsks(
        modified("AWS::Events::Rule", "{'State': 'ENABLED'}", "{'State': 'DISABLED'}"),
        "safety-net-weakened",
        "State");
  }

  @Test
  void blockingRisksComeFirstAndTheVerdictIsBoundToTheDigest() {
    var review =
        modified(
            TABLE,
            "{'SSESpecification': {'SSEEnabled': true}, 'DeletionProtectionEnabled': true}",
            "{}");
    assertThat(review.risks())
        .extracting(Risk::severity)
        .containsExactly(Severity.BLOCK, Severity.APPROVE);
    assertThat(review.changeSetDigest()).matches("[0-9a-f]{64}");
  }
}
