package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.TimelineEntry;
import ai.myrecruiter.picasso.workflows.rollout.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one scenario.
 *
 * @param problems why it did not end as it had to; none when it did
 * @param badAnswers bad answers of the new version that clients got
 * @param badRequestsMeasured bad requests of the new version that CloudWatch counted
 * @param crossTenantAttempts attempts to reach another tenant's data that CloudWatch counted
 * @param firstFaultAt when the first of these was seen
 * @param stableAt when the alias was seen on one version again
 * @param secondsToStable seconds from the first fault to that
 * @param secondsToStableMeasured seconds to that from the first fault that the rollout itself saw
 * @param alias where the alias sends its traffic afterwards
 * @param execution how the rollout's execution ended
 * @param timeline what happened, without the looks
 */
record ScenarioReport(
    String title,
    String expected,
    List<String> problems,
    RolloutId rollout,
    Optional<Ending> ending,
    Optional<DecidedBy> decidedBy,
    String sentence,
    long badAnswers,
    long badRequestsMeasured,
    long crossTenantAttempts,
    Optional<Instant> firstFaultAt,
    Optional<Instant> stableAt,
    Optional<Double> secondsToStable,
    Optional<Double> secondsToStableMeasured,
    String alias,
    String execution,
    List<TimelineEntry> timeline) {
  static ScenarioReport of(Scenario scenario, Observation seen) {
    var outcome = seen.rollout().outcome();
    var firstFault = firstFault(seen);
    var stableAt = outcome.map(Outcome::stableAt);
    return new ScenarioReport(
        scenario.title(),
        scenario.expected().words(),
        ScenarioCheck.problems(scenario, seen),
        seen.rollout().id(),
        outcome.map(Outcome::ending),
        outcome.map(Outcome::decidedBy),
        outcome.map(Outcome::sentence).orElse("not over"),
        seen.served().bad(),
        outcome.map(o -> o.badRequests().errors()).orElse(0L),
        seen.attempts().count(),
        firstFault,
        stableAt,
        firstFault.flatMap(from -> stableAt.map(to -> Endings.seconds(Duration.between(from, to)))),
        outcome.flatMap(Endings::secondsToStable),
        AliasText.of(seen.alias()),
        (seen.execution().status() + " " + seen.execution().error()).strip(),
        seen.rollout().timeline().entries().stream()
            .filter(entry -> entry.kind() != TimelineKind.LOOK)
            .toList());
  }

  /** Whether it ended as it had to. */
  boolean ok() {
    return problems.isEmpty();
  }

  private static Optional<Instant> firstFault(Observation seen) {
    var first = seen.served().firstBad();
    var attempt = seen.attempts().first();
    return first.isPresent() && attempt.isPresent()
        ? Optional.of(first.get().isBefore(attempt.get()) ? first.get() : attempt.get())
        : first.or(() -> attempt);
  }
}
