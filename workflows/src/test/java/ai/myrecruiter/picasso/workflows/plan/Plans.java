package ai.myrecruiter.picasso.workflows.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Legal plans for tests. */
public final class Plans {
  private Plans() {}

  /** Three stages and a bake. */
  public static Plan threeStages() {
    return PlanReader.read(
            """
            name: three-stages
            stages:
              - {name: first, weight: 1, duration: 10m}
              - {name: tenth, weight: 10, duration: 10m, maxDuration: 30m, onInconclusive: extend}
              - {name: half, weight: 50, duration: 10m, onInconclusive: pass, approval: {}}
            bake: {holdback: 5, duration: 30m, onInconclusive: pass}
            alarms: [cross-tenant-attempts, chat-errors]
            """)
        .orThrow();
  }

  /** Any legal plan. */
  public static Plan random(RandomGenerator random) {
    var stages = new ArrayList<Stage>();
    var count = random.nextInt(1, 21);
    for (var i = 0; i < count; i++) {
      stages.add(stage(random, i, count));
    }
    var bake = random.nextInt(1, 604_801);
    return new Plan(
        "plan-" + random.nextInt(1_000),
        random.nextDouble(0.0001, 0.2),
        new Targets(
            random.nextDouble(1.0001, 100),
            random.nextDouble(0.000001, 0.2),
            bake < 180 || random.nextBoolean() || stages.stream().anyMatch(Plans::isShort)
                ? Optional.empty()
                : Optional.of(random.nextLong(1, 900_001))),
        stages,
        new Bake(
            random.nextDouble(0.1, 50),
            Duration.ofSeconds(bake),
            Duration.ofSeconds(random.nextInt(1, Math.min(bake, 3_600) + 1)),
            OnInconclusive.PASS),
        List.of("alarm one", "picasso-staging-chat-errors", "a:b/c." + random.nextInt()));
  }

  private static boolean isShort(Stage stage) {
    return stage.maxDuration().toSeconds() < 180;
  }

  private static Stage stage(RandomGenerator random, int index, int count) {
    var duration = random.nextInt(1, 600_000);
    var policies = OnInconclusive.values();
    return new Stage(
        "stage-" + index,
        0.1 + (index + random.nextDouble(0.01, 0.99)) * 98 / count,
        Duration.ofSeconds(duration),
        Duration.ofSeconds(duration + 1 + random.nextInt(4_000)),
        Duration.ofSeconds(random.nextInt(1, Math.min(duration, 3_600) + 1)),
        policies[random.nextInt(policies.length)],
        random.nextBoolean() ? Optional.empty() : Optional.of(Approval.STANDARD));
  }
}
