package ai.myrecruiter.picasso.local.sns;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.sdk.ServiceErrors;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import ai.myrecruiter.picasso.local.wire.QueryService;
import ai.myrecruiter.picasso.local.wire.SdkOperations;
import ai.myrecruiter.picasso.local.wire.WireService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/**
 * Topics, and what was published to them; nothing leaves the stage. To be used on the event loop
 * only.
 */
public final class Topics {
  private static final ServiceErrors ERRORS = new ServiceErrors("Sns");
  private static final int NOT_FOUND = 404;
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private final EventLoop loop;
  private final Map<String, List<Message>> messages = new LinkedHashMap<>();

  /** No topics yet. */
  public Topics(EventLoop loop) {
    this.loop = loop;
  }

  /** What was published, and when. */
  public record Message(String id, Instant at, Optional<String> subject, String text) {}

  /** Makes a topic, or finds the one of this name. */
  public String create(String name) {
    var arn = StageAccount.arn("sns", name);
    messages.putIfAbsent(arn, new ArrayList<>());
    return arn;
  }

  /** Removes a topic; one that is not there stays so. */
  public void delete(String arn) {
    messages.remove(arn);
  }

  /** ARNs of all topics. */
  public List<String> arns() {
    return List.copyOf(messages.keySet());
  }

  /** What was published to a topic, oldest first. */
  public List<Message> published(String arn) {
    return List.copyOf(topic(arn));
  }

  /**
   * Publishes a message.
   *
   * @throws NotFoundException if there is no such topic
   */
  public Message publish(String arn, Optional<String> subject, String text) {
    var random = loop.random();
    var id = new UUID(random.nextLong(), random.nextLong()).toString();
    var message = new Message(id, loop.now(), subject, text);
    topic(arn).add(message);
    return message;
  }

  private List<Message> topic(String arn) {
    var topic = messages.get(arn);
    if (topic == null) {
      throw ERRORS.of(
          NotFoundException.builder(), "NotFound", NOT_FOUND, "Topic does not exist: " + arn);
    }
    return topic;
  }

  /** The same calls in the protocol of AWS (Query). */
  public WireService service() {
    var operations = SdkOperations.of(new TopicCalls(loop, this));
    return new QueryService(
        "SNS",
        "http://sns.amazonaws.com/doc/2010-03-31/",
        "2010-03-31",
        MAX_BODY_BYTES,
        call -> operations);
  }

  /** The SDK's client of these topics, for use from any thread. */
  public SnsClient client() {
    return LoudClient.of(SnsClient.class, new TopicCalls(loop, this));
  }
}
