package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;

/**
 * Many random writes by writers that may know an old revision: whatever is tried, the alias is one
 * that can be served, and only a write that succeeded has changed it.
 */
final class AliasWritesSimulationTest {
  private static final List<String> VERSIONS = List.of("1", "2", "3", "$LATEST", "9");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void keepsTheAliasServable(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    try (var lambda = TestLambda.virtual(seed).withChat(3)) {
      var revisions = new HashSet<String>();
      var known = alias(lambda);
      revisions.add(known.revisionId());
      int succeeded = 0;
      for (int i = 0; i < 400; i++) {
        var before = alias(lambda);
        if (random.nextInt(3) > 0) {
          known = before;
        }
        succeeded += write(lambda, random, known, before, revisions) ? 1 : 0;
        checkServable(alias(lambda));
      }
      assertThat(succeeded).as("seed %d", seed).isBetween(20, 380);
    }
  }

  private static GetAliasResponse alias(TestLambda lambda) {
    return lambda.client.getAlias(r -> r.functionName(CHAT).name("live"));
  }

  private static boolean write(
      TestLambda lambda,
      RandomGenerator random,
      GetAliasResponse known,
      GetAliasResponse before,
      Set<String> revisions) {
    var request =
        UpdateAliasRequest.builder().functionName(CHAT).name("live").revisionId(known.revisionId());
    if (random.nextBoolean()) {
      request.functionVersion(any(random));
    }
    if (random.nextBoolean()) {
      Map<String, Double> weights =
          random.nextInt(3) == 0 ? Map.of() : Map.of(any(random), random.nextInt(-1, 12) / 10.0);
      request.routingConfig(routing -> routing.additionalVersionWeights(weights));
    }
    try {
      var written = lambda.client.updateAlias(request.build());
      assertThat(known.revisionId()).isEqualTo(before.revisionId());
      assertThat(revisions.add(written.revisionId())).isTrue();
      return true;
    } catch (LambdaException refused) {
      assertThat(alias(lambda)).isEqualTo(before);
      return false;
    }
  }

  private static String any(RandomGenerator random) {
    return VERSIONS.get(random.nextInt(VERSIONS.size()));
  }

  private static void checkServable(GetAliasResponse alias) {
    assertThat(alias.functionVersion()).isIn("1", "2", "3", "$LATEST");
    if (alias.routingConfig() != null) {
      assertThat(alias.functionVersion()).isNotEqualTo("$LATEST");
      assertThat(alias.routingConfig().additionalVersionWeights())
          .hasSize(1)
          .allSatisfy((version, weight) -> {
            assertThat(version).isIn("1", "2", "3").isNotEqualTo(alias.functionVersion());
            assertThat(weight).isBetween(0.0, 1.0);
          });
    }
  }
}
