package ai.myrecruiter.picasso.local.dynamodb;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item.
 *
 * @param partition value of the partition key
 * @param sort value of the sort key, where the table has one
 */
record ItemKey(AttributeValue partition, Optional<AttributeValue> sort)
    implements Comparable<ItemKey> {
  @Override
  public int compareTo(ItemKey other) {
    int byPartition = ItemValues.compare(partition, other.partition);
    if (byPartition != 0 || sort.isEmpty()) {
      return byPartition;
    }
    return ItemValues.compare(sort.get(), other.sort.orElseThrow());
  }
}
