package ai.myrecruiter.picasso.runtime.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values, and the rule of expiry that every read applies: DynamoDB deletes late. */
final class Values {
  private Values() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** Epoch seconds at which an item of a life expires. */
  static AttributeValue ttl(Instant from, Duration life) {
    return number(from.plus(life).getEpochSecond());
  }

  static boolean expired(Map<String, AttributeValue> item, Instant now) {
    var ttl = item.get("ttl");
    return ttl == null || ttl.n() == null || Long.parseLong(ttl.n()) <= now.getEpochSecond();
  }

  /**
   * The attribute of an item that we wrote, as text.
   *
   * @throws IllegalStateException when it is missing, naming it
   */
  static String required(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    var text = value == null ? null : value.s() == null ? value.n() : value.s();
    if (text == null) {
      throw new IllegalStateException(
          "an item has no attribute %s: it was not written by this service".formatted(name));
    }
    return text;
  }
}
