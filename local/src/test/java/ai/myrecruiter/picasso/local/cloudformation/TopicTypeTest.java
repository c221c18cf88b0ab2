package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.sns.Topics;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TopicTypeTest {
  private final Topics topics =
      new Topics(new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1));
  private final StagedType type = new TopicType(topics).type();

  @Test
  void makesATopicThatCanBePublishedTo() {
    var arn = One.resource(type, "{'TopicName': 'picasso-staging-releases'}").physicalId();
    assertThat(arn).isEqualTo("arn:aws:sns:us-east-1:000000000000:picasso-staging-releases");
    assertThat(topics.published(arn)).isEmpty();
  }

  @Test
  void namesATopicAfterStackAndLogicalIdWhenTheTemplateDoesNot() {
    assertThat(One.resource(type, "{}").attributes()).containsEntry("TopicName", "s-It");
  }
}
