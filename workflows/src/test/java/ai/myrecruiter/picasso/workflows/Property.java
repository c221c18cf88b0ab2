package ai.myrecruiter.picasso.workflows;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Tries a property on many seeded cases; a failure names its seed and the command to repeat it. */
public final class Property {
  private Property() {}

  /** Runs a property on cases of consecutive seeds, the first from {@code -Dpicasso.seed} or 1. */
  public static void holds(Class<?> test, int cases, Consumer<RandomGenerator> property) {
    long first = Long.getLong("picasso.seed", 1);
    for (var seed = first; seed < first + cases; seed++) {
      try {
        property.accept(random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed %s; repeat: mvn -pl workflows test -Dtest=%s -Dpicasso.seed=%s"
                .formatted(seed, test.getSimpleName(), seed),
            e);
      }
    }
  }

  /** The generator of a seed. */
  public static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
