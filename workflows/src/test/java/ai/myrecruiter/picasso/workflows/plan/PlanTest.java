package ai.myrecruiter.picasso.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void readsBackFromItsCanonicalJson() {
    Property.holds(
        PlanTest.class,
        200,
        random -> {
          var plan = Plans.random(random);
          assertThat(PlanReader.read(plan.canonicalJson()).orThrow()).isEqualTo(plan);
          assertThat(Contracts.read(plan.canonicalJson(), Plan.class)).isEqualTo(plan);
          assertThat(Contracts.read(plan.canonicalJson(), Plan.class).digest())
              .isEqualTo(plan.digest());
        });
  }

  @Test
  void hasADigestThatDependsOnEveryValue() {
    var plan = Plans.threeStages();
    var other =
        new Plan(plan.name(), 0.02, plan.targets(), plan.stages(), plan.bake(), plan.alarms());
    assertThat(other.digest()).isNotEqualTo(plan.digest());
  }

  @Test
  void keepsItsDigestFromReleaseToRelease() {
    assertThat(Plans.threeStages().canonicalJson())
        .isEqualTo(
            """
            {"alarms":["cross-tenant-attempts","chat-errors"],"alpha":0.01,\
            "bake":{"duration":"30m","holdback":5,"look":"10s","onInconclusive":"pass"},\
            "name":"three-stages","stages":[{"duration":"10m","look":"10s","maxDuration":"10m",\
            "name":"first","onInconclusive":"hold","weight":1},{"duration":"10m","look":"10s",\
            "maxDuration":"30m","name":"tenth","onInconclusive":"extend","weight":10},\
            {"approval":{"default":"reject","expiresAfter":"1h","otherThanStarter":true},\
            "duration":"10m","look":"10s","maxDuration":"10m","name":"half",\
            "onInconclusive":"pass","weight":50}],"targets":{"effect":3,"errorRate":0.01}}\
            """);
  }

  @Test
  void givesShortAlarmNamesTheirPrefix() {
    var plan = Plans.threeStages();
    var mixed =
        new Plan(
            plan.name(),
            plan.alpha(),
            plan.targets(),
            plan.stages(),
            plan.bake(),
            List.of("chat-errors", "picasso-production-latency", "picasso-staging-chat-errors"));
    assertThat(mixed.alarmNames(Environment.STAGING))
        .containsExactly("picasso-staging-chat-errors", "picasso-production-latency");
  }

  @Test
  void cannotHoldIllegalValues() {
    refuses("$.name", () -> stage("No", 1, MINUTE, MINUTE, MINUTE));
    refuses("$.weight", () -> stage("a", 99.1, MINUTE, MINUTE, MINUTE));
    refuses("$.weight", () -> stage("a", Double.NaN, MINUTE, MINUTE, MINUTE));
    refuses("$.duration", () -> stage("a", 1, Duration.ZERO, MINUTE, Duration.ZERO));
    refuses("$.maxDuration", () -> stage("a", 1, MINUTE, MINUTE.minusSeconds(1), MINUTE));
    refuses("$.look", () -> stage("a", 1, MINUTE, MINUTE, MINUTE.plusSeconds(1)));
    refuses("$.effect", () -> new Targets(Double.POSITIVE_INFINITY, 0.01, Optional.empty()));
    refuses("$.expiresAfter", () -> new Approval(Duration.ZERO, ApprovalDefault.REJECT, true));
    refuses("$.holdback", () -> new Bake(51, MINUTE, MINUTE, OnInconclusive.PASS));
    var plan = Plans.threeStages();
    refuses("$.stages", () -> withStages(plan, List.of()));
    refuses("$.stages[1].weight", () -> withStages(plan, plan.stages().reversed()));
    var first = plan.stages().getFirst();
    refuses("$.stages[1].name", () -> withStages(plan, List.of(first, first)));
  }

  /** Durations are compared from the second whole minute after a shift. */
  @Test
  void comparesLatencyInNoStageThatIsTooShortForIt() {
    var plan = Plans.threeStages();
    var timed = new Targets(3, 0.01, Optional.of(800L));
    var short2 = stage("a", 0.5, MINUTE, MINUTE.multipliedBy(2), MINUTE);
    refuses(
        "$.stages.maxDuration",
        () -> new Plan(plan.name(), 0.01, timed, List.of(short2), plan.bake(), plan.alarms()));
    var bake = new Bake(5, MINUTE, MINUTE, OnInconclusive.PASS);
    refuses(
        "$.bake.duration",
        () -> new Plan(plan.name(), 0.01, timed, plan.stages(), bake, plan.alarms()));
    assertThat(new Plan(plan.name(), 0.01, timed, plan.stages(), plan.bake(), plan.alarms()))
        .extracting(Plan::targets)
        .isEqualTo(timed);
  }

  @Test
  void isWatchedStageByStageAndThenInTheBake() {
    var plan = Plans.threeStages();
    assertThat(plan.stages().get(1).watch())
        .isEqualTo(
            new Watch(
                "tenth",
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofSeconds(10),
                OnInconclusive.EXTEND));
    assertThat(plan.bake().watch().maxDuration()).isEqualTo(plan.bake().duration());
  }

  private static Plan withStages(Plan plan, List<Stage> stages) {
    return new Plan(plan.name(), plan.alpha(), plan.targets(), stages, plan.bake(), plan.alarms());
  }

  private static Stage stage(
      String name, double weight, Duration duration, Duration longest, Duration look) {
    return new Stage(name, weight, duration, longest, look, OnInconclusive.HOLD, Optional.empty());
  }

  private static void refuses(
      String path, org.assertj.core.api.ThrowableAssert.ThrowingCallable c) {
    assertThatThrownBy(c)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.findings()).anyMatch(finding -> finding.path().equals(path)));
  }
}
