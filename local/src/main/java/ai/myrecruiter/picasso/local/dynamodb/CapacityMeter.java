package ai.myrecruiter.picasso.local.dynamodb;

import java.math.BigDecimal;

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

  /** A write, with the sizes of the item before and after in bytes. */
  void wrote(long before, long after) {
    writes += units(Math.max(before, after), WRITE);
  }

  /** A read by one call of items of this many bytes together; one that finds none costs a unit. */
  void read(long bytes, boolean consistent) {
    halfReads += units(bytes, READ) * (consistent ? 2 : 1);
  }

  private static long units(long size, long unit) {
    return Math.max(1, Math.ceilDiv(size, unit));
  }
}
