package ai.myrecruiter.picasso.local.cloudformation;

import static ai.myrecruiter.picasso.local.cloudformation.StackBench.things;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.wire.Gateway;
import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** The real SDK, and plain HTTP, against the stacks of the stage. */
final class CloudFormationEndpointTest {
  private static final String TEMPLATE =
      things("A", "'Properties': {'Size': {'Ref': 'Size'}}")
          .replace("{'Resources'", "{'Parameters': {'Size': {'Type': 'String'}}, 'Resources'");
  private final StackBench bench = new StackBench();
  private final LoopbackServer server =
      new LoopbackServer(
          new Gateway(Map.of("cloudformation", CloudFormationEndpoint.of(bench.service))), 0);
  private final CloudFormationClient sdk =
      CloudFormationClient.builder()
          .endpointOverride(server.uri())
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("alice", "x")))
          .httpClient(UrlConnectionHttpClient.create())
          .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(1)))
          .build();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    sdk.close();
    http.close();
    server.close();
    bench.close();
  }

  private void propose(ChangeSetType type, String name, String size) {
    sdk.createChangeSet(it ->
        it.stackName("s")
            .changeSetName(name)
            .changeSetType(type)
            .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_NAMED_IAM)
            .parameters(Parameter.builder().parameterKey("Size").parameterValue(size).build())
            .templateBody(Json.of(TEMPLATE).toString()));
    bench.loop.runFor(Duration.ofSeconds(10));
  }

  @Test
  void aStackIsMadeChangedAndDeletedOverHttpAsInProcess() {
    propose(ChangeSetType.CREATE, "first", "1 & <2>");
    var set = sdk.describeChangeSet(it -> it.stackName("s").changeSetName("first"));
    assertThat(set).hasToString(bench.describe("first").toString());
    assertThat(set.capabilities()).hasSize(2);
    assertThat(set.parameters().getFirst().parameterValue()).isEqualTo("1 & <2>");

    sdk.executeChangeSet(it -> it.stackName("s").changeSetName("first"));
    bench.loop.runFor(Duration.ofMinutes(1));
    var stack = sdk.describeStacks(it -> it.stackName("s")).stacks().getFirst();
    assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    assertThat(stack).hasToString(bench.stack().toString());
    assertThat(stack.creationTime()).isEqualTo(Instant.parse("2026-11-02T08:00:00Z"));

    propose(ChangeSetType.UPDATE, "second", "2");
    sdk.executeChangeSet(it -> it.stackName("s").changeSetName("second").clientRequestToken("t"));
    bench.loop.runFor(Duration.ofMinutes(1));
    assertThat(sdk.describeStackEventsPaginator(it -> it.stackName("s")).stackEvents())
        .containsExactlyElementsOf(
            bench.client.describeStackEventsPaginator(it -> it.stackName("s")).stackEvents())
        .first()
        .satisfies(event -> assertThat(event.clientRequestToken()).isEqualTo("t"));
    assertThat(sdk.getTemplate(it -> it.stackName("s")).templateBody())
        .isEqualTo(Json.of(TEMPLATE).toString());

    sdk.deleteStack(it -> it.stackName("s"));
    bench.loop.runFor(Duration.ofMinutes(1));
    assertThat(sdk.describeStacks().stacks()).isEmpty();
    assertThat(bench.things).isEmpty();
  }

  @Test
  void refusalsAreTheSdksOwnTypes() {
    propose(ChangeSetType.CREATE, "first", "1");
    assertThatThrownBy(() -> propose(ChangeSetType.CREATE, "first", "1"))
        .isInstanceOf(AlreadyExistsException.class);
    assertThatThrownBy(() -> sdk.describeChangeSet(it -> it.stackName("s").changeSetName("x")))
        .isInstanceOf(ChangeSetNotFoundException.class)
        .hasMessageContaining("ChangeSet [x] does not exist");
    sdk.executeChangeSet(it -> it.stackName("s").changeSetName("first"));
    assertThatThrownBy(() -> sdk.executeChangeSet(it -> it.stackName("s").changeSetName("first")))
        .isInstanceOf(InvalidChangeSetStatusException.class);
    assertThatThrownBy(() -> sdk.describeStacks(it -> it.stackName("none")))
        .isInstanceOfSatisfying(
            CloudFormationException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
              assertThat(e.requestId()).isNotEmpty();
            })
        .hasMessageContaining("Stack with id none does not exist");
  }

  @Test
  void checksTheModelBothWaysAndReportsAllAtOnce() {
    var bad =
        CreateChangeSetRequest.builder()
            .stackName("1st")
            .changeSetType("REMAKE")
            .capabilitiesWithStrings("CAPABILITY_ALL")
            .build();
    for (var client : new CloudFormationClient[] {sdk, bench.client}) {
      assertThatThrownBy(() -> client.createChangeSet(bad))
          .isInstanceOf(CloudFormationException.class)
          .hasMessageContaining("4 validation errors detected")
          .hasMessageContaining("Value '1st' at 'stackName'")
          .hasMessageContaining("Value null at 'changeSetName'")
          .hasMessageContaining("enum value set: [CREATE, UPDATE, IMPORT]")
          .hasMessageContaining("[CAPABILITY_IAM, CAPABILITY_NAMED_IAM, CAPABILITY_AUTO_EXPAND]");
    }
  }

  private HttpResponse<String> post(String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(server.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=a/20261102/us-east-1/cloudformation/aws4_request")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', MissingAction, no parameter Action",
    "Action=MakeStack&Version=2010-05-15, InvalidAction, Could not find operation MakeStack",
    "Action=DescribeStacks&Version=2009-01-01, InvalidAction, for version 2009-01-01",
    "Action=DescribeStacks&StackName=%zz, MalformedQueryString, '%zz' is not encoded",
    "Action=CreateChangeSet&Parameters.member.x.ParameterKey=a, MalformedInput, 'x' is no number",
    "Action=CreateChangeSet&UsePreviousTemplate=perhaps, MalformedInput, 'perhaps' for UsePreviousTemplate",
    "Action=DescribeStackEvents&StackName=s&NextToken=abc, ValidationError, at 'nextToken'"
  })
  void answersWhatIsMalformedAsAwsDoes(String body, String code, String message) throws Exception {
    var answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml");
    assertThat(answer.body())
        .contains("<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\">")
        .contains("<Type>Sender</Type><Code>" + code + "</Code>")
        .contains(message)
        .contains(
            "<RequestId>%s</RequestId>"
                .formatted(answer.headers().firstValue("x-amzn-RequestId").orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqs", "s3"})
  void namesTheServicesThatAreThere(String other) throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri())
            .header("Authorization", "X Credential=a/20261102/us-east-1/" + other + "/aws4_request")
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("no service '" + other + "'").contains("[cloudformation]");
  }

  @Test
  void turnsAwayWhoDidNotSign() throws Exception {
    var answer = http.send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>MissingAuthenticationTokenException</Code>");
  }

  @Test
  void writesTextThatXmlCannotSay() {
    propose(ChangeSetType.CREATE, "first", "a\u0001\uD83D\uDE00");
    var set = sdk.describeChangeSet(it -> it.stackName("s").changeSetName("first"));
    assertThat(set.parameters().getFirst().parameterValue()).isEqualTo("a\uFFFD\uD83D\uDE00");
  }
}
