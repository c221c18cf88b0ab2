package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.hangs;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.history.HistoryEvent;
import ai.myrecruiter.picasso.local.loop.ReadyOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random machines on random inputs with random orders; repeat one by {@code -Dpicasso.seed=N}. */
final class GeneratedMachinesTest {
  private static final int CASES = 600;

  private record Run(List<HistoryEvent> events, String status) {}

  @Test
  void endsWithAWholeHistoryWhateverTheMachine() {
    var statuses = new HashMap<String, Integer>();
    for (long seed : seeds()) {
      try {
        var run = run(seed);
        HistoryRules.check(run.events());
        statuses.merge(run.status(), 1, Integer::sum);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(hint(seed), e);
      }
    }
    assertVariety(statuses);
  }

  @Test
  void writesTheSameHistoryForTheSameSeed() {
    for (long seed : seeds().subList(0, Math.min(60, seeds().size()))) {
      assertThat(run(seed)).as(hint(seed)).isEqualTo(run(seed));
    }
  }

  private static List<Long> seeds() {
    var given = Long.getLong("picasso.seed");
    return given != null
        ? List.of(given)
        : java.util.stream.LongStream.rangeClosed(1, CASES).boxed().toList();
  }

  private static void assertVariety(Map<String, Integer> statuses) {
    if (Long.getLong("picasso.seed") == null) {
      assertThat(statuses.keySet()).contains("SUCCEEDED", "FAILED", "TIMED_OUT");
      assertThat(statuses.get("SUCCEEDED")).as("of %s", statuses).isGreaterThan(CASES / 10);
      assertThat(statuses.get("FAILED")).as("of %s", statuses).isGreaterThan(CASES / 10);
    }
  }

  private static Run run(long seed) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var machine = new RandomMachine(random);
    var definition = machine.definition();
    assertThat(Definition.check(definition)).as(definition).isEmpty();
    ReadyOrder order = random::nextInt;
    try (var bench = new Workbench(seed, order)) {
      direct(bench, random);
      var end = bench.run(definition, machine.input());
      assertThat(end.isOver()).as("over: %s", definition).isTrue();
      bench.loop().runFor(Duration.ofDays(1));
      return new Run(List.copyOf(bench.history(end)), end.status().name());
    }
  }

  private static void direct(Workbench bench, RandomGenerator random) {
    var functions = bench.functions();
    functions.when("f0", returns("1"));
    functions.when("f1", fails("E" + random.nextInt(2), ""), returns("2"));
    functions.when("f2", functions.after(Duration.ofSeconds(random.nextInt(4)), returns("3")));
    functions.when("f3", hangs(), returns("4"));
  }

  private static String hint(long seed) {
    return "seed %d; repeat: mvn -pl local test -Dtest=GeneratedMachinesTest -Dpicasso.seed=%d"
        .formatted(seed, seed);
  }
}
