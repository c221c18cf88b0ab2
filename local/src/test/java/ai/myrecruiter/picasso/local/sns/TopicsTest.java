package ai.myrecruiter.picasso.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.Topic;

final class TopicsTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final String ARN = "arn:aws:sns:us-east-1:000000000000:picasso-staging-releases";
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private final Topics topics = new Topics(loop);

  @Test
  void keepsWhatWasPublishedInItsOrder() {
    var client = topics.client();
    assertThat(client.createTopic(r -> r.name("picasso-staging-releases")).topicArn())
        .isEqualTo(ARN);
    var first = client.publish(r -> r.topicArn(ARN).subject("s").message("one"));
    loop.runUntil(START.plusSeconds(5));
    client.publish(r -> r.topicArn(ARN).message("two"));
    assertThat(topics.published(ARN))
        .extracting(Topics.Message::text)
        .containsExactly("one", "two");
    var message = topics.published(ARN).getFirst();
    assertThat(message.id()).isEqualTo(first.messageId());
    assertThat(message.subject()).isEqualTo(Optional.of("s"));
    assertThat(topics.published(ARN).getLast().at()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void makesATopicOfOneNameOnce() {
    topics.create("picasso-staging-releases");
    topics.publish(ARN, Optional.empty(), "kept");
    topics.create("picasso-staging-releases");
    assertThat(topics.published(ARN)).hasSize(1);
    assertThat(topics.client().listTopics().topics())
        .extracting(Topic::topicArn)
        .containsExactly(ARN);
  }

  @Test
  void refusesATopicThatDoesNotExist() {
    assertThatThrownBy(() -> topics.client().publish(r -> r.topicArn(ARN).message("lost")))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.statusCode()).isEqualTo(404))
        .hasMessageContaining(ARN);
  }

  @Test
  void namesACallThatTheStageDoesNotHave() {
    assertThatThrownBy(() -> topics.client().subscribe(r -> r.topicArn(ARN).protocol("email")))
        .hasMessageContaining("SnsClient.subscribe");
  }
}
