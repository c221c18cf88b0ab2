package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.loop.RealLoop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

final class RealClockInvocationTest {
  private static final SdkBytes HEALTH = SdkBytes.fromUtf8String("{\"action\":\"health_check\"}");
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final TestLambda lambda =
      new TestLambda(new RealLoop(InstantSource.system(), 1, defects::add));

  @AfterEach
  void close() {
    lambda.close();
    assertThat(defects).isEmpty();
  }

  @Test
  void answersManyCallersAtTheSameTime() throws Exception {
    lambda.withChat(2);
    lambda.client.updateAlias(r ->
        r.functionName(CHAT)
            .name("live")
            .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.5))));
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          java.util.stream.IntStream.range(0, 200)
              .mapToObj(i ->
                  callers.submit(() ->
                      lambda.client.invoke(
                          r -> r.functionName(CHAT).qualifier("live").payload(HEALTH))))
              .toList();
      for (Future<InvokeResponse> answer : answers) {
        var response = answer.get(30, TimeUnit.SECONDS);
        assertThat(response.payload().asUtf8String())
            .contains("\"version\":\"" + response.executedVersion() + "\"");
      }
    }
    assertThat(lambda.sum("Picasso/Chat", "Requests", Map.of("FunctionName", CHAT))).isEqualTo(200);
  }

  @Test
  void interruptsAFunctionThatRunsOverItsTimeout() throws Exception {
    var interrupted = new CountDownLatch(1);
    lambda.withTask(
        "slow",
        (input, output, context) -> {
          try {
            Thread.sleep(Duration.ofMinutes(5));
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
        });
    lambda.loop.call(() -> {
      lambda.service.updateSettings(
          FunctionSettings.of("slow", "slow", ROLE).withTimeout(Duration.ofSeconds(1)));
      return null;
    });
    var response = lambda.client.invoke(r -> r.functionName("slow"));
    assertThat(response.functionError()).isEqualTo("Unhandled");
    assertThat(response.payload().asUtf8String()).contains("Task timed out after 1.00 seconds");
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void throttlesAboveTheReservedConcurrency() throws Exception {
    var running = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    lambda.withTask(
        "one",
        (input, output, context) -> {
          running.countDown();
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    lambda.client.putFunctionConcurrency(
        r -> r.functionName("one").reservedConcurrentExecutions(1));
    var first = TestLambda.future(lambda.start("one", "{}"));
    assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName("one")))
        .isInstanceOf(TooManyRequestsException.class);
    release.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS).functionError()).isEmpty();
    assertThat(lambda.client.invoke(r -> r.functionName("one")).functionError()).isNull();
  }

  @Test
  void refusesToWaitForTheLoopOnTheLoop() {
    lambda.withChat(1);
    assertThatThrownBy(
            () -> lambda.loop.call(() -> lambda.client.invoke(r -> r.functionName(CHAT))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("on the loop itself");
  }
}
