package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.bedrock.Frames;
import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.bedrock.StreamStep;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What ends a stream that the model would go on with. */
final class EndedStreamsTest extends RelayStage {
  @Test
  void endsBeforeTheDeadlineByItself() throws Exception {
    var steps = new ArrayList<StreamStep>();
    for (int i = 0; i < 100; i++) {
      steps.addAll(texts("x"));
      steps.addAll(pause(30));
    }
    script.add(new ModelAnswer.Streamed(steps));
    var harness = harness();
    var received =
        harness.send(
            harness.request("{\"message\":\"q\"}"), new Received(), Duration.ofMillis(1_200));
    received.whole();
    assertThat(received.last().data().path("code").asText()).isEqualTo("deadline");
    assertThat(received.answer()).isNotEmpty();
  }

  @Test
  void stopsWhenTheTokenIsRevoked() throws Exception {
    script.add(endless());
    var harness = fresh();
    var received = harness.ask("q");
    Thread.sleep(150);
    harness.revocations.revokeSession(StreamHarness.TENANT, harness.session());
    received.whole();
    assertThat(received.names()).endsWith("revoked");
    assertThat(received.last().data().path("code").asText()).isEqualTo("token_revoked");
    assertThat(received.failure()).isEmpty();
    assertThat(harness.conversations.history(harness.key()).messages()).isEmpty();
  }

  @Test
  void failsClosedWhenRevocationsCannotBeReadAnyMore() throws Exception {
    script.add(endless());
    var harness = harness(StreamHarness.QUICK);
    var received = harness.ask("q");
    Thread.sleep(150);
    harness.dynamoDb.client().deleteTable(r -> r.tableName("tokens"));
    received.whole();
    assertThat(received.last().data().path("code").asText()).isEqualTo("admission_unavailable");
  }

  @Test
  void stopsWhenTheUserCancelsByTheSameSessionOnly() throws Exception {
    script.add(endless());
    var harness = harness();
    var id = UUID.randomUUID().toString();
    var received =
        harness.send(harness.request("{\"message\":\"q\",\"request\":\"%s\"}".formatted(id)));
    Thread.sleep(150);
    harness
        .dynamoDb
        .client()
        .putItem(r ->
            r.tableName("cancellations")
                .item(
                    Map.of(
                        "stream",
                        AttributeValue.fromS("south#" + harness.session().value() + "#" + id))));
    Thread.sleep(250);
    assertThat(received.body()).doesNotContain("event: done");
    new Cancellations(harness.dynamoDb.client(), "cancellations", InstantSource.system())
        .request(harness.key(), OpaqueId.of(id).orElseThrow());
    received.whole();
    assertThat(received.last().data().path("stopReason").asText()).isEqualTo("cancelled");
    assertThat(received.last().data().path("recorded").asBoolean()).isTrue();
    assertThat(received.failure()).isEmpty();
  }

  @Test
  void endsAnAnswerThatIsTooLong() throws Exception {
    script.add(
        steps(
            texts("x".repeat(30_000), "x".repeat(30_000), "x".repeat(4_000)),
            texts("more than is sent"),
            send(Frames.messageStop("end_turn"))));
    var received = harness().ask("q").whole();
    assertThat(received.last().data().path("stopReason").asText()).isEqualTo("max_tokens");
    assertThat(received.answer()).hasSize(64_000);
  }

  @Test
  void holdsTheModelBackWhileTheClientDoesNotRead() throws Exception {
    var frame = Frames.text("y".repeat(8_000));
    var steps = new ArrayList<StreamStep>();
    for (int i = 0; i < 3_000; i++) {
      steps.add(new StreamStep.Send(frame));
    }
    steps.addAll(send(Frames.messageStop("end_turn")));
    script.add(new ModelAnswer.Streamed(steps));
    var harness = harness(withCharacters(100_000_000));
    var held = new CountDownLatch(1);
    var received = new Received(held);
    harness.send(harness.request("{\"message\":\"q\"}"), received, Duration.ofSeconds(30));
    long before = -1;
    for (int i = 0; i < 40 && harness.bedrock.bytesSent() != before; i++) {
      before = harness.bedrock.bytesSent();
      Thread.sleep(300);
    }
    assertThat(harness.bedrock.bytesSent()).isEqualTo(before).isPositive();
    assertThat(before).isLessThan(frame.length * 2_500L);
    held.countDown();
    received.whole();
    assertThat(received.answer()).hasSize(3_000 * 8_000);
  }

  private static ModelAnswer.Streamed endless() {
    var steps = new ArrayList<StreamStep>();
    for (int i = 0; i < 200; i++) {
      steps.addAll(texts("x"));
      steps.addAll(pause(25));
    }
    return new ModelAnswer.Streamed(steps);
  }

  private static Limits withCharacters(int most) {
    var quick = StreamHarness.QUICK;
    return new Limits(
        quick.heartbeat(),
        quick.trailingPause(),
        Duration.ofSeconds(20),
        quick.beforeDeadline(),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        quick.retryPause(),
        quick.attempts(),
        quick.window(),
        most);
  }
}
