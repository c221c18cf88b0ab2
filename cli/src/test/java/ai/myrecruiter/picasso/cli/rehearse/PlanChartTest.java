package ai.myrecruiter.picasso.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PlanChartTest {
  private static String chart(int stages, Map<String, Integer> caught) {
    var text =
        IntStream.rangeClosed(1, stages)
            .mapToObj(i -> "  - {name: stage-%d, weight: %d, duration: 5m}\n".formatted(i, i))
            .collect(Collectors.joining());
    var plan =
        PlanReader.read(
                "name: long\nstages:\n" + text + "bake: {holdback: 5, duration: 1h}\nalarms: [a]")
            .orThrow();
    return new PlanChart(plan, caught).svg();
  }

  @Test
  void hasAColumnForEachOfAFewStages() {
    assertThat(chart(5, Map.of("stage-2", 7)))
        .contains("text-anchor=\"middle\">stage-2</text>")
        .contains(">caught 7</text>")
        .contains(">95 %</text>");
  }

  /** Twenty names do not fit beside each other. */
  @Test
  void writesManyStagesOneBelowAnother() {
    assertThat(chart(20, Map.of("stage-20", 7)))
        .contains("text-anchor=\"start\">stage-20, 5m</text>")
        .contains(">20 %, caught 7</text>")
        .contains(">bake, 1h</text>")
        .contains(">95 %, caught 0</text>");
  }
}
