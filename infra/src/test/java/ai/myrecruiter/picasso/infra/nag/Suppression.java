package ai.myrecruiter.picasso.infra.nag;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A finding that may stay.
 *
 * @param rule of cdk-nag
 * @param resources which resources, each by its path without the environment
 * @param reason why it may stay
 * @param control what holds it instead: a file of the repository, which exists
 */
record Suppression(String rule, Set<String> resources, String reason, String control) {
  private static final String INFRA = "infra/src/test/java/ai/myrecruiter/picasso/infra/";

  static final List<Suppression> ALL =
      List.of(
          of(
              "AwsSolutions-APIG4",
              Set.of("payload/LegacyRoute"),
              "Clients have no AWS identity; the function verifies the token of every request that"
                  + " reaches a conversation, and the gateway limits the rate",
              "runtime/src/main/java/ai/myrecruiter/picasso/runtime/jwt/TokenVerifier.java"),
          of(
              "HIPAA.Security-LambdaFunctionPublicAccessProhibited",
              Set.of(
                  "payload/AnyoneMayCallTheUrl",
                  "payload/AnyoneMayInvokeByTheUrl",
                  "payload/StreamingAnyoneMayCallTheUrl",
                  "payload/StreamingAnyoneMayInvokeByTheUrl"),
              "A Function URL for browsers has no AWS identity to check; invocation is allowed by"
                  + " the URL only and the token is verified before anything else",
              INFRA + "payload/PayloadStackTest.java"),
          of(
              "AwsSolutions-IAM5",
              Covered.all(
                  Covered.in("payload/%sRole/Resource", Covered.PAYLOAD),
                  Covered.in("workflows/%sRole/Resource", Covered.TASKS_WITH_STARS),
                  Covered.in("workflows/%sRole/DefaultPolicy/Resource", Covered.MACHINES),
                  Set.of("workflows/RollbackRole/Resource", "workflows/RolloutRole/Resource")),
              "A star stands for versions, executions or alarms of the environment, for actions"
                  + " that IAM gives no resource, or for the account's guardrails; each is listed"
                  + " in the table of roles and a new one fails a test",
              INFRA + "workflows/LeastPrivilegeTest.java"),
          of(
              "HIPAA.Security-IAMNoInlinePolicy",
              Covered.all(
                  Covered.in("payload/%sRole/Resource", Covered.PAYLOAD),
                  Covered.in("workflows/%sRole/Resource", Covered.TASKS),
                  Covered.in("workflows/%sRole/Resource", Covered.MACHINES),
                  Covered.in("workflows/%sRole/DefaultPolicy/Resource", Covered.MACHINES),
                  Set.of("triggers/RollbackRole/Resource", "triggers/WatchdogRole/Resource")),
              "Each role has one policy that no other role shares, so that it lives and ends with"
                  + " it; the table of roles is reviewed as a golden file",
              "docs/roles.md"),
          of(
              "AwsSolutions-SMG4",
              Set.of("data/SigningKeys", "data/VerificationKeys"),
              "A key ring rotates by steps that verifiers follow (add, use, drain, drop), not by"
                  + " replacing a secret, which would refuse every token in use",
              "runtime/src/main/java/ai/myrecruiter/picasso/runtime/jwt/KeyRing.java"),
          of(
              "HIPAA.Security-SecretsManagerRotationEnabled",
              Set.of("data/SigningKeys", "data/VerificationKeys"),
              "A key ring rotates by steps that verifiers follow (add, use, drain, drop), not by"
                  + " replacing a secret, which would refuse every token in use",
              "runtime/src/main/java/ai/myrecruiter/picasso/runtime/jwt/KeyRing.java"),
          of(
              "HIPAA.Security-DynamoDBInBackupPlan",
              Set.of(
                  "data/Cancellations/Resource",
                  "data/Leases/Resource",
                  "data/RecentMessages/Resource",
                  "data/Rollouts/Resource",
                  "data/Sessions/Resource",
                  "data/Summaries/Resource",
                  "data/Tenants/Resource",
                  "data/Tokens/Resource"),
              "Point-in-time recovery keeps every table restorable for the days that the"
                  + " environment says; a copy beyond that would keep messages past their life",
              INFRA + "data/DataStackTest.java"),
          of(
              "HIPAA.Security-LambdaConcurrency",
              Covered.in("workflows/%s/Resource", Covered.TASKS),
              "Tasks run one at a time under a lease; reserving for each would take capacity from"
                  + " the payload, whose functions have theirs reserved",
              INFRA + "payload/PayloadStackTest.java"),
          of(
              "HIPAA.Security-LambdaDLQ",
              Covered.all(
                  Covered.in("workflows/%s/Resource", Covered.TASKS_OF_STATES),
                  Covered.in("payload/%s/Resource", Covered.PAYLOAD)),
              "Invoked synchronously by state machines and clients, who see the failure; what a"
                  + " machine cannot do is told to operations by a rule",
              INFRA + "triggers/TriggersStackTest.java"),
          of(
              "HIPAA.Security-LambdaDLQ",
              Covered.in("workflows/%s/Resource", Covered.TASKS_OF_EVENTS),
              "An event that is kept for later has no use: the watchdog is called again in a minute,"
                  + " and a failed containment is told to operations and security by an alarm",
              "tests/src/test/java/ai/myrecruiter/picasso/tests/scenario/AlarmDrillTest.java"),
          of(
              "HIPAA.Security-LambdaInsideVPC",
              Covered.all(
                  Covered.in("workflows/%s/Resource", Covered.TASKS),
                  Covered.in("payload/%s/Resource", Covered.PAYLOAD)),
              "The functions reach AWS services only, by TLS and IAM; a VPC would add no boundary"
                  + " and a dependency that rollback must not have",
              INFRA + "workflows/LeastPrivilegeTest.java"),
          of(
              "HIPAA.Security-S3BucketReplicationEnabled",
              Set.of("audit/AccessLogs/Resource", "audit/Evidence/Resource"),
              "Object Lock in compliance mode and versions keep evidence from change and deletion"
                  + " in one region; a second region is a decision of the deployer",
              INFRA + "audit/AuditStackTest.java"),
          of(
              "HIPAA.Security-S3DefaultEncryptionKMS",
              Set.of("audit/AccessLogs/Resource"),
              "S3 delivers access logs to buckets with its own keys only; they name requests, not"
                  + " contents",
              INFRA + "audit/AuditStackTest.java"));

  Suppression {
    resources = Collections.unmodifiableSet(new TreeSet<>(resources));
  }

  private static Suppression of(String rule, Set<String> resources, String reason, String control) {
    return new Suppression(rule, resources, reason, control);
  }

  boolean covers(Finding finding) {
    return rule.equals(finding.rule()) && resources.contains(finding.resource());
  }

  /**
   * A finding of cdk-nag.
   *
   * @param rule its name
   * @param resource path of the resource without {@code picasso-<environment>-}
   * @param compliance what cdk-nag says
   */
  record Finding(String rule, String resource, String compliance) {}
}
