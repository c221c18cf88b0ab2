package ai.myrecruiter.picasso.local.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.Workbench;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A scenario in every order of its ready steps. */
final class EveryOrder {
  private static final AtomicInteger TRIED = new AtomicInteger();

  private EveryOrder() {}

  /** How many orders all scenarios together have had. */
  static int tried() {
    return TRIED.get();
  }

  /** The ends of a scenario, of which there is one when the order does not matter. */
  static Set<String> outcomes(BiFunction<Workbench, Integer, Execution> scenario) {
    var outcomes = new HashSet<String>();
    int[] number = {0};
    int orders =
        Orders.tryAll(order -> {
          try (var bench = new Workbench(1, order)) {
            var execution = scenario.apply(bench, number[0]++);
            var end = bench.finish(execution);
            bench.loop().runFor(Duration.ofHours(1));
            HistoryRules.check(bench.history(end));
            assertThat(bench.changes()).hasSize(2);
            outcomes.add(outcome(end));
          }
        });
    assertThat(orders).as("orders tried").isBetween(2, 20_000);
    TRIED.addAndGet(orders);
    return outcomes;
  }

  private static String outcome(Execution end) {
    var what = end.error().or(end::output).filter(text -> !text.equals("\"done\"")).orElse("");
    return (end.status() + " " + what).strip();
  }
}
