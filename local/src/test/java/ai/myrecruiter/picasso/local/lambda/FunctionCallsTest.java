package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

final class FunctionCallsTest {
  private final TestLambda lambda = TestLambda.virtual(1).withChat(1);

  @AfterEach
  void close() {
    lambda.close();
  }

  private CreateFunctionRequest request(UnaryOperator<CreateFunctionRequest.Builder> change)
      throws IOException {
    var zip = SdkBytes.fromByteArray(Files.readAllBytes(PayloadJar.get()));
    return change
        .apply(
            CreateFunctionRequest.builder()
                .functionName("made")
                .role(ROLE)
                .handler("ai.myrecruiter.picasso.local.standin.ChatHandler::handleRequest")
                .code(code -> code.zipFile(zip)))
        .build();
  }

  @Test
  void showsAFunctionAsItWasCreated() throws Exception {
    var created =
        lambda.client.createFunction(
            request(r ->
                r.runtime("java25")
                    .description("d")
                    .timeout(30)
                    .memorySize(512)
                    .environment(e -> e.variables(Map.of("A", "b")))
                    .deadLetterConfig(d -> d.targetArn("arn:dead"))));
    assertThat(created.functionArn())
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:made");
    var shown = lambda.client.getFunctionConfiguration(r -> r.functionName("made"));
    assertThat(shown.timeout()).isEqualTo(30);
    assertThat(shown.memorySize()).isEqualTo(512);
    assertThat(shown.runtimeAsString()).isEqualTo("java25");
    assertThat(shown.environment().variables()).containsEntry("A", "b");
    assertThat(shown.deadLetterConfig().targetArn()).isEqualTo("arn:dead");
    assertThat(shown.state()).isEqualTo(State.ACTIVE);
    assertThat(shown.lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
    assertThat(shown.codeSize()).isEqualTo(Files.size(PayloadJar.get()));
    assertThat(shown.revisionId()).isEqualTo(created.revisionId());
  }

  @Test
  void takesTheDefaultsOfTheService() throws Exception {
    var created = lambda.client.createFunction(request(r -> r));
    assertThat(created.timeout()).isEqualTo(3);
    assertThat(created.memorySize()).isEqualTo(128);
    assertThat(created.version()).isEqualTo("$LATEST");
  }

  @Test
  void changesOnlyWhatAnUpdateNames() {
    lambda.client.updateFunctionConfiguration(
        r -> r.functionName(CHAT).deadLetterConfig(d -> d.targetArn("arn:dead")).memorySize(256));
    lambda.client.updateFunctionConfiguration(r -> r.functionName(CHAT).description("later"));
    var shown = lambda.client.getFunctionConfiguration(r -> r.functionName(CHAT));
    assertThat(shown.memorySize()).isEqualTo(256);
    assertThat(shown.timeout()).isEqualTo(30);
    assertThat(shown.deadLetterConfig().targetArn()).isEqualTo("arn:dead");
    lambda.client.updateFunctionConfiguration(
        r -> r.functionName(CHAT).deadLetterConfig(d -> d.targetArn("")));
    assertThat(
            lambda
                .client
                .getFunctionConfiguration(r -> r.functionName(CHAT))
                .deadLetterConfig()
                .targetArn())
        .isNull();
  }

  @Test
  void refusesWhatTheServiceRefuses() {
    refused(r -> r.role(null), "needs a role");
    refused(r -> r.timeout(0), "timeout 0 s of made is not between 1 and 900 s");
    refused(r -> r.timeout(901), "timeout 901 s");
    refused(r -> r.memorySize(64), "memory 64 MB");
    refused(r -> r.functionName("a b"), "function name 'a b'");
    refused(r -> r.code(code -> code.s3Bucket("b").s3Key("k")), "not a ZipFile");
    assertThatThrownBy(() -> lambda.client.createFunction(request(r -> r.functionName(CHAT))))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(CHAT);
  }

  private void refused(UnaryOperator<CreateFunctionRequest.Builder> change, String message) {
    assertThatThrownBy(() -> lambda.client.createFunction(request(change)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void deletesAWholeFunction() {
    lambda.client.deleteFunction(r -> r.functionName(CHAT));
    assertThatThrownBy(() -> lambda.client.getFunction(r -> r.functionName(CHAT)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> lambda.client.deleteFunction(r -> r.functionName(CHAT)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void showsTheUrlOfAnAlias() {
    lambda.service.registerUrl(CHAT, Optional.of("live"), URI.create("http://127.0.0.1:9/"));
    var url = lambda.client.getFunctionUrlConfig(r -> r.functionName(CHAT).qualifier("live"));
    assertThat(url.functionUrl()).isEqualTo("http://127.0.0.1:9/");
    assertThat(url.authType()).isEqualTo(FunctionUrlAuthType.NONE);
    assertThat(url.functionArn()).endsWith(CHAT + ":live");
    assertThatThrownBy(() -> lambda.client.getFunctionUrlConfig(r -> r.functionName(CHAT)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void showsAndTakesAwayReservedConcurrency() {
    lambda.client.putFunctionConcurrency(r -> r.functionName(CHAT).reservedConcurrentExecutions(7));
    assertThat(
            lambda
                .client
                .getFunctionConcurrency(r -> r.functionName(CHAT))
                .reservedConcurrentExecutions())
        .isEqualTo(7);
    assertThat(
            lambda
                .client
                .getFunction(r -> r.functionName(CHAT))
                .concurrency()
                .reservedConcurrentExecutions())
        .isEqualTo(7);
    lambda.client.deleteFunctionConcurrency(r -> r.functionName(CHAT));
    assertThat(
            lambda
                .client
                .getFunctionConcurrency(r -> r.functionName(CHAT))
                .reservedConcurrentExecutions())
        .isNull();
  }

  @Test
  void namesACallThatTheStageDoesNotHave() {
    assertThatThrownBy(() -> lambda.client.getPolicy(r -> r.functionName(CHAT)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("LambdaClient.getPolicy");
    assertThatThrownBy(() -> lambda.cloudWatch.listDashboards())
        .hasMessageContaining("CloudWatchClient.listDashboards");
  }
}
