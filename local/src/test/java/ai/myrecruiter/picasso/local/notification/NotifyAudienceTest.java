package ai.myrecruiter.picasso.local.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.local.sns.Topics;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.notification.NotifyAudience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NotifyAudienceTest {
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private NotifyAudience.Published notify(Ports ports, String id) {
    var notice = new NotifyAudience.Notice(TaskBench.STAGING, id, "All traffic on version 1.");
    return bench.run(new NotifyAudience(ports), notice, NotifyAudience.Published.class);
  }

  private List<Topics.Message> published() {
    return bench.stage.loop.call(() -> bench.topics.published(bench.topic));
  }

  @Test
  void saysWhatHappenedToWhom() {
    var answer = notify(bench.ports(), "rollout-1");
    var message = published().getFirst();
    assertThat(message.id()).isEqualTo(answer.messageId());
    assertThat(message.subject()).contains("Picasso staging: rollout rollout-1");
    assertThat(message.text()).isEqualTo("All traffic on version 1.");
  }

  /** SNS refuses a subject of more than 100 characters. */
  @Test
  void cutsALongSubject() {
    notify(bench.ports(), "r".repeat(120));
    assertThat(published().getFirst().subject().orElseThrow()).hasSize(100);
  }

  @Test
  void maySayItTwice() {
    notify(bench.ports(), "rollout-1");
    notify(bench.ports(), "rollout-1");
    assertThat(published())
        .extracting(Topics.Message::text)
        .hasSize(2)
        .containsOnly("All traffic on version 1.");
  }

  @Test
  void isTriedAgainWhenTheTopicCannotBeReached() {
    bench.sns.refuse("publish");
    assertThatThrownBy(() -> notify(bench.ports(), "rollout-1"))
        .isInstanceOf(TransientFailure.class);
    assertThat(published()).isEmpty();
  }

  @Test
  void saysWhichVariableIsMissing() {
    var all = bench.ports();
    var without =
        new Ports(
            all.lambda(),
            all.dynamoDb(),
            all.cloudWatch(),
            all.sfn(),
            all.sns(),
            all.cloudFormation(),
            all.clock(),
            Map.of());
    assertThatThrownBy(() -> notify(without, "rollout-1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Environment variable PICASSO_TOPIC_ARN is missing")
        .hasMessageContaining("deploy the stack again");
  }
}
