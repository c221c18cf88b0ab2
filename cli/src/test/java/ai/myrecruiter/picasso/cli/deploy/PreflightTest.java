package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.aws.Account;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.workflows.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** What a deployment is refused for before anything is made. */
final class PreflightTest {
  private static final String STACK = "picasso-staging-observability";

  @TempDir Path folder;
  private final StagedCommands staged = StagedCommands.deployed(Environment.STAGING);
  private EditedAssembly assembly = EditedAssembly.NONE;

  @BeforeEach
  void edit() {
    assembly =
        EditedAssembly.in(folder.resolve("assembly"))
            .with(STACK, "AWS::CloudWatch::Alarm", "ChatErrors", "AlarmDescription", "two");
  }

  @AfterEach
  void close() {
    staged.close();
  }

  private CommandRun deploy(String... more) {
    var all = new ArrayList<>(List.of("deploy", "--assembly", assembly.path()));
    all.addAll(List.of(more));
    return staged.run(all.toArray(new String[0]));
  }

  private Path config(String more) throws IOException {
    var text = Files.readString(StagedCommands.ROOT.resolve("environments/staging.yaml"));
    Files.createDirectories(folder.resolve("config"));
    var moved = text.replace("region: us-east-1", "region: eu-west-1");
    Files.writeString(folder.resolve("config/staging.yaml"), moved + "\n" + more + "\n");
    return folder.resolve("config");
  }

  @Test
  void reportsAllThatIsWrongAtOnceAndChangesNothing() throws IOException {
    var config =
        config(
            """
            account: "111111111111"
            freeze:
              dated: [{name: holidays, start: "2026-11-01T00:00:00Z", end: "2026-11-09T00:00:00Z"}]
            """);
    staged.withoutBucket();
    staged
        .stage()
        .cloudWatch()
        .setAlarmState(it ->
            it.alarmName("picasso-staging-chat-errors").stateValue("ALARM").stateReason("drill"));
    Files.writeString(
        assembly.folder().resolve(STACK + ".template.json"),
        Files.readString(assembly.folder().resolve(STACK + ".template.json")) + "\n");
    var run = deploy("--config", config.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err())
        .contains("nothing was changed")
        .contains(
            "account = 000000000000: must be the account of staging, which its document names (111111111111)")
        .contains(
            "region = us-east-1: must be the region of staging, which its document names (eu-west-1)")
        .contains("must be outside of the freeze holidays")
        .contains(
            "bootstrap bucket = cdk-hnb659fds-assets-000000000000-us-east-1: must exist; prepare the account once: npx cdk bootstrap aws://000000000000/us-east-1")
        .contains("picasso-staging-chat-errors is in ALARM")
        .contains("must be what was synthesized")
        .contains("drift of " + STACK + " unknown");
    assertThat(staged.records()).isEmpty();
  }

  @Test
  void takesALookForDriftThatIsADayOldForNone() {
    staged.lookedForDrift().runFor(Duration.ofHours(25));
    assertThat(deploy().err()).contains("must have been checked within a day");
    staged.stage().stacksService().drift(STACK, "Dashboard9E4231ED");
    staged.lookedForDrift();
    assertThat(deploy().err()).contains("was changed past CloudFormation");
  }

  @Test
  void looksForDriftItselfWhenAsked() {
    staged.withKeyRings();
    assertThat(deploy().err()).contains("drift of " + STACK + " unknown");
    var run = deploy("--look-for-drift");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("Looking for drift in " + STACK);
  }

  @Test
  void findsMissingAlarmsAndSecretsAndConcurrency() {
    staged.lookedForDrift();
    staged.stage().cloudWatch().deleteAlarms(it -> it.alarmNames("picasso-staging-jwt-bypass"));
    staged.seeing(it -> with(it, LoudClient.of(LambdaClient.class, new SmallAccount())));
    assembly.edit(
        "picasso-staging-payload",
        resources -> {
          var id = EditedAssembly.logicalId(resources, "AWS::Lambda::Function", "Streaming");
          resources.withObject("/" + id + "/Properties").put("ReservedConcurrentExecutions", 500);
        });
    var run = deploy();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("alarm = picasso-staging-jwt-bypass: must exist")
        .contains("secret = picasso/staging/jwt/signing-key is empty: must have a value")
        .contains("concurrency = 0 free of 150: must leave room for the 520");
  }

  @Test
  void takesACheckThatCannotBeMadeForAFinding() {
    staged.withKeyRings().lookedForDrift();
    staged.seeing(it ->
        new Account(
            it.clients(),
            it.cloudFormation(),
            it.lambda(),
            LoudClient.of(CloudWatchClient.class, new Denied(true)),
            it.secrets(),
            it.s3(),
            it.sts(),
            it.region()));
    var run = deploy();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains(
            "alarms = not known (AccessDenied): must be known; ask for the permission cloudwatch:DescribeAlarms");
  }

  @Test
  void saysWhatIsWrongWithTheInputs() {
    assertThat(staged.run("deploy", "--assembly", folder.resolve("none").toString()).exit())
        .isEqualTo(2);
    var unknown = deploy("--stack", "paylod");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("must be one of data, payload, observability, workflows, triggers, audit");
    var other = staged.run("deploy", "show", "no-such-deployment");
    assertThat(other.exit()).isEqualTo(2);
    assertThat(deploy("--plan", folder.resolve("no.yaml").toString()).exit()).isEqualTo(2);
  }

  @Test
  void endsWithOneWhenTheCredentialsHaveExpired() {
    staged.seeing(it ->
        new Account(
            it.clients(),
            it.cloudFormation(),
            it.lambda(),
            it.cloudWatch(),
            it.secrets(),
            it.s3(),
            LoudClient.of(StsClient.class, new Expired(true)),
            it.region()));
    var run = deploy();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("AWS does not accept these credentials (ExpiredTokenException)");
  }

  private static Account with(Account it, LambdaClient lambda) {
    return new Account(
        it.clients(),
        it.cloudFormation(),
        lambda,
        it.cloudWatch(),
        it.secrets(),
        it.s3(),
        it.sts(),
        it.region());
  }

  /** An account that may do less at once than the template reserves. */
  static final class SmallAccount {
    public GetAccountSettingsResponse getAccountSettings(GetAccountSettingsRequest request) {
      return GetAccountSettingsResponse.builder()
          .accountLimit(it -> it.concurrentExecutions(150).unreservedConcurrentExecutions(100))
          .build();
    }

    public GetFunctionConcurrencyResponse getFunctionConcurrency(
        GetFunctionConcurrencyRequest request) {
      return GetFunctionConcurrencyResponse.builder().build();
    }

    public GetAliasResponse getAlias(GetAliasRequest request) {
      return GetAliasResponse.builder().name("live").functionVersion("1").revisionId("r").build();
    }
  }

  /** A caller who may not look at alarms. */
  static final class Denied {
    private final boolean denied;

    Denied(boolean denied) {
      this.denied = denied;
    }

    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
      if (!denied) {
        return DescribeAlarmsResponse.builder().build();
      }
      throw CloudWatchException.builder()
          .statusCode(403)
          .message("denied")
          .awsErrorDetails(
              AwsErrorDetails.builder().errorCode("AccessDenied").errorMessage("denied").build())
          .build();
    }
  }

  /** A caller whose session is over. */
  static final class Expired {
    private final boolean expired;

    Expired(boolean expired) {
      this.expired = expired;
    }

    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
      if (!expired) {
        return GetCallerIdentityResponse.builder().build();
      }
      throw StsException.builder()
          .statusCode(403)
          .message("expired")
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("ExpiredTokenException")
                  .errorMessage("The security token included in the request is expired")
                  .build())
          .build();
    }
  }
}
