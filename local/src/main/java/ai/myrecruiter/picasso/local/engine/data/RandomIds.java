package ai.myrecruiter.picasso.local.engine.data;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Identifiers from the seeded randomness of the loop, so that a seed repeats them. */
public final class RandomIds {
  private static final long VERSION_MASK = 0xffffffffffff0fffL;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0x3fffffffffffffffL;
  private static final long VARIANT_2 = 0x8000000000000000L;

  private RandomIds() {}

  /** A UUID of version 4. */
  public static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & VERSION_MASK) | VERSION_4;
    long low = (random.nextLong() & VARIANT_MASK) | VARIANT_2;
    return new UUID(high, low).toString();
  }
}
