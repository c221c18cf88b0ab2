package ai.myrecruiter.picasso.tests.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;

/** The check itself: it lets through what a role allows, and names what it does not. */
final class RecordedCallsTest {
  private static final String MACHINE =
      "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-";
  private final TaskRoles roles =
      TaskRoles.read(Path.of(System.getProperty("picasso.root", ".."), "infra/target/cdk.out"));
  private final RecordedCalls calls = new RecordedCalls(roles);

  private void call(String function, SdkRequest request) {
    calls.calling("picasso-staging-" + function, request);
  }

  @Test
  void letsThroughWhatARoleAllows() {
    call("run-preflight", GetItemRequest.builder().tableName("picasso-staging-leases").build());
    call(
        "watch-aliases",
        StartExecutionRequest.builder().stateMachineArn(MACHINE + "rollback:live").build());
    call(
        "check-chat",
        InvokeRequest.builder().functionName("picasso-staging-chat").qualifier("7").build());
    assertThat(calls.refused()).isEmpty();
    assertThat(calls.used())
        .extracting(Grant::action)
        .containsExactlyInAnyOrder(
            "dynamodb:GetItem", "states:StartExecution", "lambda:InvokeFunction");
  }

  @Test
  void namesFunctionActionAndResourceOfACallThatAwsWouldRefuse() {
    call("run-preflight", PutItemRequest.builder().tableName("picasso-staging-leases").build());
    assertThat(calls.refused())
        .containsExactly(
            "run-preflight: its role does not allow dynamodb:PutItem on"
                + " arn:aws:dynamodb:us-east-1:000000000000:table/picasso-staging-leases;"
                + " add it to TaskList, or do without");
  }

  @Test
  void refusesAnotherEnvironmentAndAnUnknownFunction() {
    call(
        "judge-stage",
        GetAliasRequest.builder().functionName("picasso-production-chat").name("live").build());
    call("nobody", GetAliasRequest.builder().functionName("picasso-staging-chat").build());
    assertThat(calls.refused()).hasSize(2);
  }

  @Test
  void refusesToStartAMachineByAnythingButItsAlias() {
    call(
        "watch-aliases",
        StartExecutionRequest.builder().stateMachineArn(MACHINE + "rollback").build());
    call(
        "watch-aliases",
        StartExecutionRequest.builder().stateMachineArn(MACHINE + "rollback:3").build());
    call(
        "watch-aliases",
        StartExecutionRequest.builder().stateMachineArn(MACHINE + "rollout:live").build());
    assertThat(calls.refused()).hasSize(3);
  }

  @Test
  void asksForTheTemplateAndTheRoleThatAChangeSetBrings() {
    call(
        "create-change-set",
        CreateChangeSetRequest.builder()
            .stackName("picasso-staging-payload")
            .templateURL("https://somewhere.s3.us-east-1.amazonaws.com/template.json")
            .roleARN("arn:aws:iam::000000000000:role/administrator")
            .build());
    assertThat(calls.refused())
        .hasSize(2)
        .anyMatch(it -> it.contains("s3:GetObject on arn:aws:s3:::somewhere/template.json"))
        .anyMatch(
            it -> it.contains("iam:PassRole on arn:aws:iam::000000000000:role/administrator"));
  }

  @Test
  void doesNotGuessWhatIamIsAskedFor() {
    assertThatThrownBy(() -> call("any", GetSecretValueRequest.builder().build()))
        .hasMessageContaining("GetSecretValueRequest: what it asks IAM for is not known");
    assertThatThrownBy(() -> call("any", TransactWriteItemsRequest.builder().build()))
        .hasMessageContaining("an action an item");
    assertThatThrownBy(() -> call("any", DescribeAlarmsRequest.builder().build()))
        .hasMessageContaining("every alarm of the account");
  }
}
