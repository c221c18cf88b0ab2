package ai.myrecruiter.picasso.local.sns;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.Optional;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.Topic;

/** The calls of SNS that the stage has. */
final class TopicCalls {
  private final EventLoop loop;
  private final Topics topics;

  TopicCalls(EventLoop loop, Topics topics) {
    this.loop = loop;
    this.topics = topics;
  }

  public PublishResponse publish(PublishRequest request) {
    var message =
        loop.call(() ->
            topics.publish(
                request.topicArn(), Optional.ofNullable(request.subject()), request.message()));
    return PublishResponse.builder().messageId(message.id()).build();
  }

  public CreateTopicResponse createTopic(CreateTopicRequest request) {
    return CreateTopicResponse.builder()
        .topicArn(loop.call(() -> topics.create(request.name())))
        .build();
  }

  public ListTopicsResponse listTopics(ListTopicsRequest request) {
    return ListTopicsResponse.builder()
        .topics(
            loop.call(topics::arns).stream()
                .map(arn -> Topic.builder().topicArn(arn).build())
                .toList())
        .build();
  }
}
