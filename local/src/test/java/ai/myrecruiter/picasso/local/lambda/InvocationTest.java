package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.behindLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

final class InvocationTest {
  private static final String HEALTH = "{\"action\":\"health_check\"}";
  private final TestLambda lambda = TestLambda.virtual(11).withChat(3);

  @AfterEach
  void close() {
    lambda.close();
  }

  private void split(double share) {
    lambda.client.updateAlias(r ->
        r.functionName(CHAT)
            .name("live")
            .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", share))));
  }

  @Test
  void runsTheRealPayloadByNameQualifierAndArn() {
    assertThat(lambda.invoke(CHAT, HEALTH).executedVersion()).isEqualTo("$LATEST");
    assertThat(lambda.invoke(CHAT + ":3", HEALTH).executedVersion()).isEqualTo("3");
    var arn = "arn:aws:lambda:us-east-1:000000000000:function:" + CHAT;
    assertThat(lambda.invoke(arn + ":live", HEALTH).executedVersion()).isEqualTo("1");
    var answer = lambda.invoke(arn + ":2", HEALTH);
    assertThat(answer.functionError()).isEmpty();
    assertThat(TestLambda.text(answer))
        .isEqualTo("{\"status\":\"ok\",\"function\":\"picasso-staging-chat\",\"version\":\"2\"}");
  }

  @Test
  void givesEachVersionItsShareOfTheInvocationsOfAnAlias() {
    split(0.2);
    int second = 0;
    for (int i = 0; i < 2_000; i++) {
      second += lambda.invoke(CHAT + ":live", HEALTH).executedVersion().equals("2") ? 1 : 0;
    }
    assertThat(second).isBetween(400 - 90, 400 + 90); // five standard deviations
    assertThat(lambda.sum("AWS/Lambda", "Invocations", behindLive("2"))).isEqualTo(second);
    assertThat(lambda.sum("AWS/Lambda", "Invocations", behindLive("1"))).isEqualTo(2_000 - second);
    assertThat(lambda.sum("Picasso/Chat", "Requests", behindLive("2"))).isEqualTo(second);
  }

  @Test
  void choosesTheSameVersionsFromTheSameSeed() {
    split(0.5);
    try (var again = TestLambda.virtual(11).withChat(3)) {
      again.client.updateAlias(r ->
          r.functionName(CHAT)
              .name("live")
              .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.5))));
      var one = new ArrayList<String>();
      var two = new ArrayList<String>();
      for (int i = 0; i < 50; i++) {
        one.add(lambda.invoke(CHAT + ":live", HEALTH).toString());
        two.add(again.invoke(CHAT + ":live", HEALTH).toString());
      }
      assertThat(one).hasSameSizeAs(two);
      for (int i = 0; i < one.size(); i++) {
        assertThat(one.get(i).replaceAll("payload=[^,]+", ""))
            .isEqualTo(two.get(i).replaceAll("payload=[^,]+", ""));
      }
    }
  }

  @Test
  void answersAClientOnTheVirtualLoopAtOnce() {
    split(1);
    var response =
        lambda.client.invoke(
            r -> r.functionName(CHAT).qualifier("live").payload(SdkBytes.fromUtf8String(HEALTH)));
    assertThat(response.executedVersion()).isEqualTo("2");
    assertThat(response.payload().asUtf8String()).contains("\"version\":\"2\"");
    assertThat(lambda.loop.now()).isEqualTo(TestLambda.START);
  }

  @Test
  void letsAHandlerOfTheProductInvokeThePayload() {
    lambda.withTask(
        "probe",
        (input, output, context) -> {
          var answer =
              lambda.client.invoke(r ->
                  r.functionName(CHAT).qualifier("2").payload(SdkBytes.fromUtf8String(HEALTH)));
          output.write(answer.payload().asByteArray());
        });
    assertThat(TestLambda.text(lambda.invoke("probe", "{}"))).contains("\"version\":\"2\"");
  }

  @Test
  void tellsAHandlerAboutItsInvocation() {
    lambda.withTask(
        "about",
        (input, output, context) ->
            new ObjectMapper()
                .writeValue(
                    output,
                    Map.of(
                        "input", new String(input.readAllBytes(), StandardCharsets.UTF_8),
                        "arn", context.getInvokedFunctionArn(),
                        "version", context.getFunctionVersion(),
                        "remaining", context.getRemainingTimeInMillis(),
                        "request", context.getAwsRequestId())));
    var answer = lambda.invoke("about", "{\"a\":1}");
    assertThat(TestLambda.text(answer))
        .contains("\"input\":\"{\\\"a\\\":1}\"")
        .contains("\"arn\":\"arn:aws:lambda:us-east-1:000000000000:function:about\"")
        .contains("\"version\":\"$LATEST\"")
        .contains("\"remaining\":3000")
        .contains(answer.requestId());
  }

  @Test
  void reportsWhatAHandlerThrewAsTheJavaRuntimeDoes() throws Exception {
    lambda.withTask(
        "bad",
        (input, output, context) -> {
          throw new java.io.IOException("no disk", new IllegalStateException("full"));
        });
    var answer = lambda.invoke("bad", "{}");
    assertThat(answer.functionError()).contains("Unhandled");
    assertThat(answer.statusCode()).isEqualTo(200);
    var error = new ObjectMapper().readTree(answer.payload());
    assertThat(error.path("errorType").asText()).isEqualTo("java.io.IOException");
    assertThat(error.path("errorMessage").asText()).isEqualTo("no disk");
    assertThat(error.path("stackTrace").get(0).asText()).contains("InvocationTest");
    assertThat(error.at("/cause/errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(lambda.sum("AWS/Lambda", "Errors", Map.of("FunctionName", "bad"))).isEqualTo(1);
  }

  @Test
  void reportsAHandlerThatCannotBeMade() {
    lambda.service.createProduct(FunctionSettings.of("lost", "NoSuchHandler", TestLambda.ROLE));
    assertThat(TestLambda.text(lambda.invoke("lost", "{}")))
        .contains("\"errorType\":\"java.lang.IllegalArgumentException\"")
        .contains("no handler NoSuchHandler");
  }

  @Test
  void namesARefusalAsStateMachinesSeeIt() {
    assertThatThrownBy(() -> lambda.invoke("picasso-none", "{}"))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            LambdaFailure.class,
            failure -> {
              assertThat(failure.errorCode()).isEqualTo("Lambda.ResourceNotFoundException");
              assertThat(failure.explanation()).contains("function:picasso-none");
            });
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName(CHAT).qualifier("gone")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesNamesThatContradictOrAreNone() {
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName(CHAT + ":1").qualifier("2")))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName("a b")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("'a b' is not a function");
  }

  @Test
  void refusesEveryInvocationAtAReservedConcurrencyOfZero() {
    lambda.client.putFunctionConcurrency(r -> r.functionName(CHAT).reservedConcurrentExecutions(0));
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName(CHAT).qualifier("live")))
        .isInstanceOfSatisfying(
            TooManyRequestsException.class, e -> assertThat(e.statusCode()).isEqualTo(429));
    assertThat(lambda.sum("AWS/Lambda", "Throttles", behindLive("1"))).isEqualTo(1);
    assertThat(lambda.sum("AWS/Lambda", "Invocations", behindLive("1"))).isZero();
    lambda.service.reserveConcurrency(CHAT, OptionalInt.empty());
    assertThat(lambda.invoke(CHAT, HEALTH).functionError()).isEmpty();
  }

  @Test
  void acceptsAnEventAndRunsItLater() {
    var ran = new ArrayList<String>();
    lambda.withTask("later", (input, output, context) -> ran.add("ran"));
    var response =
        lambda.client.invoke(r -> r.functionName("later").invocationType(InvocationType.EVENT));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(ran).isEmpty();
    lambda.virtualLoop().runFor(java.time.Duration.ofSeconds(1));
    assertThat(ran).containsExactly("ran");
  }

  @Test
  void answersADryRunWithoutRunning() {
    var response =
        lambda.client.invoke(r -> r.functionName(CHAT).invocationType(InvocationType.DRY_RUN));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(lambda.sum("AWS/Lambda", "Invocations", Map.of("FunctionName", CHAT))).isZero();
  }

  @Test
  void keepsWhatAFunctionLogsWithItsVersion() {
    lambda.invoke(CHAT + ":2", HEALTH);
    assertThat(lambda.lines)
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.function()).isEqualTo(CHAT);
          assertThat(line.version()).isEqualTo("2");
          assertThat(line.instant()).isEqualTo(TestLambda.START);
        });
  }
}
