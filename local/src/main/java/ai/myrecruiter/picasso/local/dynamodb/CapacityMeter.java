package ai.myrecruiter.picasso.local.dynamodb;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Counts request units as DynamoDB charges them on demand: a write for each KB of the larger of the
 * item before and after, refused writes included; a read for each 4 KB, half of it when it need not
 * be consistent. To be used by one thread only.
 */
public final class CapacityMeter {
  private static final long WRITE = 1024;
  private static final long READ = 4096;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private long writes;
  private long halfReads;

  CapacityMeter() {}

  /** Write units so far. */
  public long writeUnits() {
    return writes;
  }

  /** Read units so far. */
  public BigDecimal readUnits() {
    return BigDecimal.valueOf(halfReads).multiply(HALF);
  }

  void wrote(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    writes += units(Math.max(ItemValues.size(before), ItemValues.size(after)), WRITE);
  }

  /** A read of items by one call; one that finds none costs a unit too. */
  void read(List<Map<String, AttributeValue>> items, boolean consistent) {
    long size = items.stream().mapToLong(ItemValues::size).sum();
    halfReads += units(size, READ) * (consistent ? 2 : 1);
  }

  private static long units(long size, long unit) {
    return Math.max(1, Math.ceilDiv(size, unit));
  }
}
