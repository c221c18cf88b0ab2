package ai.myrecruiter.picasso.local.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.Topic;

final class LoudClientTest {
  private final SnsClient client = LoudClient.of(SnsClient.class, new Calls());

  static final class Calls {
    public PublishResponse publish(PublishRequest request) {
      if (request.message().isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return PublishResponse.builder().messageId(request.message()).build();
    }

    public ListTopicsResponse listTopics(ListTopicsRequest request) {
      return request.nextToken() == null
          ? ListTopicsResponse.builder().topics(topic("a")).nextToken("more").build()
          : ListTopicsResponse.builder().topics(topic("b")).build();
    }

    private static Topic topic(String arn) {
      return Topic.builder().topicArn(arn).build();
    }
  }

  static final class Numbered {
    private final int number;

    Numbered(int number) {
      this.number = number;
    }

    public PublishResponse publish(PublishRequest request) {
      return PublishResponse.builder().messageId(request.message() + number).build();
    }
  }

  static final class Misspelt {
    public PublishResponse publishIt(PublishRequest request) {
      return PublishResponse.builder().messageId(request.message()).build();
    }
  }

  @Test
  void answersACallByRequestAndByBuilder() {
    assertThat(client.publish(PublishRequest.builder().message("m").build()).messageId())
        .isEqualTo("m");
    assertThat(client.publish(r -> r.message("n")).messageId()).isEqualTo("n");
  }

  @Test
  void followsTheSdksPages() {
    assertThat(client.listTopicsPaginator().topics())
        .extracting(Topic::topicArn)
        .containsExactly("a", "b");
  }

  @Test
  void namesACallThatTheStageDoesNotHave() {
    assertThatThrownBy(() -> client.deleteTopic(r -> r.topicArn("a")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("SnsClient.deleteTopic is not a call of the local stage");
  }

  @Test
  void keepsTheCallsOfDifferentObjectsApart() {
    var other = LoudClient.of(SnsClient.class, new Calls());
    assertThat(other.publish(r -> r.message("o")).messageId()).isEqualTo("o");
    assertThat(
            LoudClient.of(SnsClient.class, new Numbered(1)).publish(r -> r.message("")).messageId())
        .isEqualTo("1");
    assertThat(
            LoudClient.of(SnsClient.class, new Numbered(2)).publish(r -> r.message("")).messageId())
        .isEqualTo("2");
  }

  @Test
  void throwsWhatACallThrows() {
    assertThatThrownBy(() -> client.publish(r -> r.message("")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("empty");
  }

  @Test
  void refusesAMethodThatTheInterfaceDoesNotHave() {
    assertThatThrownBy(() -> LoudClient.of(SnsClient.class, new Misspelt()))
        .hasMessageContaining("SnsClient has no such call")
        .hasMessageContaining("publishIt");
  }

  @Test
  void isAnObjectLikeAnyOther() {
    assertThat(java.util.Set.of(client)).contains(client);
    assertThat(client).hasToString("stage SnsClient");
    assertThat(client.equals(LoudClient.of(SnsClient.class, new Calls()))).isFalse();
    client.close();
  }
}
