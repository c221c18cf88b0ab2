package ai.myrecruiter.picasso.local.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A short slice of {@code tests/rehearsal-sweep.sh}. */
final class SweepTest {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));
  private static final long SEED = Long.getLong("picasso.seed", 500);
  private static final RunResult PROMOTED =
      new RunResult(false, Optional.empty(), Optional.empty(), Optional.empty(), 0);

  @Test
  void atTheBaseRatesOfTheSweepHealthyVersionsStayAndBadOnesGo() throws IOException {
    try (var rehearsals = Rehearsals.of(ROOT.resolve("infra/target/cdk.out"))) {
      var sweep = Sweep.ofDefaultPlan(rehearsals, ROOT);
      for (var one : Stream.concat(Sweep.healthy().stream(), Sweep.bad().stream()).toList()) {
        var row = sweep.row(one, SEED, 3);
        assertThat(row.kept())
            .as("%s; repeat: -Dtest=SweepTest -Dpicasso.seed=%d", row.line(), SEED)
            .isTrue();
      }
    }
  }

  @Test
  void aFalseRollbackInAHundredIsAllowedAndTwoAreNot() {
    var healthy = Sweep.healthy().getFirst();
    assertThat(Sweep.Row.of(healthy, runs(99, caught(0, 0), 1)).kept()).isTrue();
    assertThat(Sweep.Row.of(healthy, runs(98, caught(0, 0), 2)).kept()).isFalse();
  }

  @Test
  void aBadVersionThatIsMissedOrCostsTooMuchBreaksThePromise() {
    var fivefold = Sweep.bad().getFirst();
    assertThat(Sweep.Row.of(fivefold, runs(1, caught(25, 60), 99)).kept()).isTrue();
    assertThat(Sweep.Row.of(fivefold, runs(2, caught(25, 60), 98)).kept()).isFalse();
    assertThat(Sweep.Row.of(fivefold, runs(0, caught(26, 60), 100)).kept()).isFalse();
    var half = Sweep.bad().get(1);
    assertThat(Sweep.Row.of(half, runs(0, caught(20, 46), 100)).kept()).isFalse();
  }

  private static List<RunResult> runs(int promoted, RunResult others, int number) {
    return Stream.concat(
            Collections.nCopies(promoted, PROMOTED).stream(),
            Collections.nCopies(number, others).stream())
        .toList();
  }

  private static RunResult caught(long bad, long seconds) {
    return new RunResult(
        true,
        Optional.of("first"),
        Optional.of("judge"),
        Optional.of(Duration.ofSeconds(seconds)),
        bad);
  }
}
