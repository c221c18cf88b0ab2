package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.THREE;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.TWO;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.at;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.observing;
import static ai.myrecruiter.picasso.workflows.rollout.Rollouts.published;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FirstFaultTest {
  @Test
  void isTheFirstLookThatSawAFailureOfTheNewVersion() {
    var rollout = look(observing(0), "0-1", new Tally(900, 3), new Tally(100, 0), 30);
    assertThat(rollout.firstFaultAt()).isEmpty();
    rollout = look(rollout, "0-2", new Tally(1800, 6), new Tally(200, 1), 60);
    assertThat(rollout.firstFaultAt()).contains(at(60));
    rollout = look(rollout, "0-3", new Tally(2700, 9), new Tally(300, 5), 90);
    assertThat(rollout.firstFaultAt()).contains(at(60));
  }

  @Test
  void isKeptThroughEveryLaterStep() {
    var faulty = look(observing(0), "0-1", new Tally(900, 3), new Tally(100, 1), 30);
    var baking =
        faulty
            .shifting(1, at(31))
            .observing(at(32))
            .shifting(2, at(33))
            .observing(at(34))
            .promoting(at(40))
            .baking(at(50));
    assertThat(baking.firstFaultAt()).contains(at(30));
    assertThat(baking.rollingBack(9, "alarm", at(60)).firstFaultAt()).contains(at(30));
  }

  @Test
  void isKnownWhenOneMetricIsMissing() {
    var sums = 
        new CumulativeCounts(
            Optional.empty(), Optional.of(Reading.of(new Tally(10, 2))), Optional.empty());
    var rollout = observing(0);
    var state = Judge.look(rollout.judge(), "0-1", sums, criteria(rollout)).state();
    assertThat(rollout.looked(state, "No data", at(30)).firstFaultAt()).contains(at(30));
  }

  /** The metrics of a version that was rolled out before still count its old failures. */
  @Test
  void isNotWhatTheVersionDidBeforeItHadTrafficAgain() {
    var rollout = look(published(), "shift-0", new Tally(900, 3), new Tally(50, 20), 9);
    assertThat(rollout.firstFaultAt()).isEmpty();
    rollout = rollout.shifting(0, at(10)).observing(at(11));
    rollout = look(rollout, "0-1", new Tally(1000, 3), new Tally(60, 20), 41);
    assertThat(rollout.firstFaultAt()).isEmpty();
    rollout = look(rollout, "0-2", new Tally(1100, 3), new Tally(70, 21), 71);
    assertThat(rollout.firstFaultAt()).contains(at(71));
  }

  @Test
  void staysWhereItIsWhenALookRunsTwice() {
    var once = look(observing(0), "0-1", new Tally(900, 3), new Tally(100, 2), 30);
    assertThat(look(once, "0-1", new Tally(900, 3), new Tally(100, 2), 35)).isEqualTo(once);
  }

  @Test
  void isReadBackAndMayBeMissingInAnOlderRecord() {
    var rollout = look(observing(0), "0-1", new Tally(900, 3), new Tally(100, 2), 30);
    var json = Contracts.write(rollout);
    assertThat(Contracts.read(json, Rollout.class)).isEqualTo(rollout);
    var older = json.replace("\"firstFaultAt\":\"" + at(30) + "\",", "");
    assertThat(older).isNotEqualTo(json);
    assertThat(Contracts.read(older, Rollout.class).firstFaultAt()).isEmpty();
  }

  @Test
  void givesTheTimeToTheStableAliasOfARollback() {
    assertThat(outcome(Ending.ROLLED_BACK, Optional.of(at(60)), at(64)).faultToStable())
        .contains(Duration.ofSeconds(4));
    assertThat(outcome(Ending.ROLLED_BACK, Optional.empty(), at(64)).faultToStable()).isEmpty();
    assertThat(outcome(Ending.PROMOTED, Optional.of(at(60)), at(64)).faultToStable()).isEmpty();
  }

  @Test
  void givesNoTimeWhenTheFaultWasSeenOnlyAfterTheAliasWasStable() {
    assertThat(outcome(Ending.ROLLED_BACK, Optional.of(at(65)), at(64)).faultToStable()).isEmpty();
  }

  private static Outcome outcome(Ending ending, Optional<Instant> firstFaultAt, Instant stableAt) {
    return new Outcome(
        ending, DecidedBy.JUDGE, "why", new BadRequests(3, 2.5), firstFaultAt, stableAt);
  }

  private static Rollout look(Rollout rollout, String id, Tally old, Tally fresh, int second) {
    var sums = CumulativeCounts.of(old, fresh);
    var state = Judge.look(rollout.judge(), id, sums, criteria(rollout)).state();
    return rollout.looked(state, "Look " + id, at(second));
  }

  private static Criteria criteria(Rollout rollout) {
    return Criteria.of(rollout.plan(), TWO, THREE);
  }
}
