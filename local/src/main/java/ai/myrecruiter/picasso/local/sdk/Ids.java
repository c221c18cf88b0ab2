package ai.myrecruiter.picasso.local.sdk;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Identifiers drawn from the seed of the stage, so that a run can be repeated exactly. */
public final class Ids {
  private Ids() {}

  /** A UUID of version 4. */
  public static String uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
