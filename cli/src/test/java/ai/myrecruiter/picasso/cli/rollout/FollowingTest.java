package ai.myrecruiter.picasso.cli.rollout;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestClock;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.cli.aws.Clients;
import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FollowingTest {
  private static final String NO_EXECUTION =
      "arn:aws:states:us-east-1:000000000000:execution:picasso-staging-rollout:none";
  private final Backend backend = Backend.start();
  private final TestClock clock = new TestClock(at(30));
  private final List<RolloutStatus> shown = new ArrayList<>();

  @AfterEach
  void close() {
    backend.close();
  }

  private Following following(Optional<Duration> timeout) {
    var rollouts =
        new Rollouts(
            new Deployment(Environment.STAGING, new Clients(backend.sfn(), backend.dynamoDb())));
    return new Following(rollouts, new TestShell().at(clock).shell(), timeout);
  }

  private void show(Rollout rollout) {
    shown.add(rollout.status());
  }

  @Test
  void showsEachLookUntilSomethingIsTrue() throws InterruptedException {
    backend.having(Records.accepted());
    clock.eachPause(() -> backend.change(rollout -> Records.published()));

    var seen =
        following(Optional.empty()).until(Records.ID, NO_EXECUTION, Sighting::accepted, this::show);

    assertThat(seen.rollout().map(Rollout::status)).contains(RolloutStatus.PUBLISHING);
    assertThat(shown).containsExactly(RolloutStatus.ACCEPTED, RolloutStatus.PUBLISHING);
  }

  @Test
  void looksOnceMoreAtTheEndOfTheTimeAndThenSaysHowItStands() {
    backend.having(Records.accepted());

    assertThatExceptionOfType(CommandEnd.class)
        .isThrownBy(() ->
            following(Optional.of(Duration.ofSeconds(2)))
                .until(Records.ID, NO_EXECUTION, Sighting::accepted, this::show))
        .satisfies(end -> assertThat(end.status()).isEqualTo(ExitStatus.TIMED_OUT))
        .withMessageContaining("is ACCEPTED after 2s");
    assertThat(shown).hasSize(5);
    assertThat(clock.instant()).isEqualTo(at(32));
  }

  @Test
  void saysStartingWhileThereIsNoRecord() {
    assertThatExceptionOfType(CommandEnd.class)
        .isThrownBy(() ->
            following(Optional.of(Duration.ofSeconds(1)))
                .until(Records.ID, NO_EXECUTION, Sighting::accepted, this::show))
        .withMessageContaining("is starting after 1s");
  }

  @Test
  void aSightingIsAcceptedFromTheKnownCandidateOn() {
    assertThat(sighting(Records.accepted()).accepted()).isFalse();
    assertThat(sighting(Records.accepted().preflighting(at(1))).accepted()).isFalse();
    assertThat(sighting(Records.refused()).accepted()).isFalse();
    assertThat(sighting(Records.published()).accepted()).isTrue();
    assertThat(sighting(Records.observing()).accepted()).isTrue();
    assertThat(sighting(Records.rolledBack()).accepted()).isFalse();
    assertThat(sighting(Records.rolledBack()).takenOver()).isTrue();
    assertThat(sighting(Records.observing()).takenOver()).isFalse();
    assertThat(new Sighting(Optional.empty(), Optional.empty()).accepted()).isFalse();
  }

  private static Sighting sighting(Rollout rollout) {
    return new Sighting(Optional.of(rollout), Optional.empty());
  }
}
