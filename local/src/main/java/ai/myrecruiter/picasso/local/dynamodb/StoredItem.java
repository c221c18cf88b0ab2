package ai.myrecruiter.picasso.local.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as a table keeps it.
 *
 * @param values numbers in their shortest form
 * @param size in bytes, names included; 0 for an item that is not there
 */
record StoredItem(Map<String, AttributeValue> values, long size) {
  /** An item that is not there. */
  static final StoredItem NONE = new StoredItem(Map.of(), 0);

  /** An item that is put, if it is within the limits of a table. */
  static StoredItem of(Map<String, AttributeValue> given) {
    var values = ItemValues.normal(given);
    return new StoredItem(Map.copyOf(values), ItemValues.checkedSize(values));
  }
}
