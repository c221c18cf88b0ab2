package ai.myrecruiter.picasso.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.StageDecision;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Plans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReplayTest {
  private static final Plan PLAN = Plans.threeStages();
  private static final VersionNumber OLD = new VersionNumber(2);
  private static final VersionNumber NEW = new VersionNumber(3);

  @Test
  void givesTheAnswersThatWereRecorded() {
    var replay = Replay.of(recorded());
    assertThat(replay.differences()).isEmpty();
    assertThat(replay.steps()).hasSize(8);
    assertThat(replay.steps().getFirst().decision()).isEmpty();
    assertThat(replay.steps().getLast().decision()).isPresent();
  }

  @Test
  void survivesJsonToTheLastBit() {
    var json = Contracts.write(recorded());
    var again = Contracts.read(json, RecordedRollout.class);
    assertThat(again).isEqualTo(recorded());
    assertThat(Replay.of(again).differences()).isEmpty();
  }

  @Test
  void namesTheLookAndTheTestWhenACountWasChanged() {
    var json = Contracts.write(recorded()).replaceFirst("\"errors\":4,", "\"errors\":3,");
    var differences = Replay.of(Contracts.read(json, RecordedRollout.class)).differences();
    assertThat(differences).isNotEmpty();
    assertThat(differences.getFirst().look()).matches("[0-2]-[12]|shift-.");
    assertThat(differences.getFirst().test()).isEqualTo("errors");
    assertThat(differences.getFirst().recorded()).contains("e=");
  }

  @Test
  void namesADecisionThatWasChanged() {
    var json = Contracts.write(recorded()).replaceFirst("\"CONTINUE\"", "\"PASS\"");
    assertThat(Replay.of(Contracts.read(json, RecordedRollout.class)).differences())
        .containsExactly(new Replay.Difference("0-1", "decision", "PASS", "CONTINUE"));
  }

  @Test
  void refusesWhatIsNoRecord() {
    refuses("\"test\":\"errors\"", "\"test\":\"luck\"", "$.looks[0].answers[0].test");
    refuses("\"requests\":9000", "\"requests\":-1", "$.looks[1].sums.stable.requests");
    refuses("\"effect\":3", "\"effect\":4", "$.planDigest");
    refuses("\"weight\":1}", "\"weight\":7}", "$.looks[1].sums.weight");
    refuses("\"sequence\":3", "\"sequence\":5", "$.looks[2].sequence");
    refuses("\"sequence\":1", "\"sequence\":0", "$.looks[0].sequence");
    refuses("\"id\":\"0-1\"", "\"id\":\"0-7\"", "$.looks[1].id");
    refuses("\"candidate\":\"3\"", "\"candidate\":\"2\"", "$.candidate");
    refuses("\"slow\":[]", "\"slow\":[1]", "$.looks[0].sums.candidate.slow");
    refuses("\"slow\":[]", "\"slow\":[null]", "$.looks[0].sums.candidate.slow[0] = null");
    refuses("\"looks\":[", "\"looks\":[null,", "$.looks[0] = null: must be a value, not null");
    refuses("\"at\":\"2026-11-24T08:00:00Z\"", "\"at\":5", "$.looks[0].at = 5: must be an instant");
    refuses("\"requests\":9000", "\"requests\":9223372036854775808", "of at most 64 bits");
    refuses("\"requests\":9000", "\"requests\":9223372036854775807", "must be a sum from 0 to");
    refuses("\"test\":\"objective\"", "\"test\":\"errors\"", "must have one answer of each test");
    refuses("picasso-looks/1", "picasso-looks/9", "$.format");
    refuses("\"requests\":9000", "\"requests\":\"NaN\"", "$.looks[1].sums.stable.requests");
  }

  /** A look that is put in twice, left out or moved, with its numbers made to fit. */
  @Test
  void refusesLooksThatAreDoubledMissingOrOutOfOrder() {
    var looks = recorded().looks();
    for (var i = 1; i < looks.size() - 1; i++) {
      var doubled = new ArrayList<>(looks);
      doubled.add(i, looks.get(i));
      var missing = new ArrayList<>(looks);
      missing.remove(i);
      var moved = new ArrayList<>(looks);
      moved.add(i - 1, moved.remove(i));
      for (var wrong : List.of(doubled, moved)) {
        assertThatThrownBy(() -> with(wrong, Optional.empty()))
            .hasMessageContaining("must follow look");
      }
      var gap = i;
      assertThat(looks.get(i).look() == 0 || isRefused(missing)).as("without %s", gap).isTrue();
    }
  }

  private static boolean isRefused(List<RecordedLook> looks) {
    try {
      return !Replay.of(with(looks, Optional.empty())).differences().isEmpty();
    } catch (InvalidInput refused) {
      return true;
    }
  }

  /** The same record with other looks, numbered in a row. */
  private static RecordedRollout with(List<RecordedLook> looks, Optional<Outcome> outcome) {
    var numbered = new ArrayList<RecordedLook>();
    for (var look : looks) {
      numbered.add(
          new RecordedLook(
              numbered.size() + 1,
              look.id(),
              look.kind(),
              look.stage(),
              look.look(),
              look.at(),
              look.thresholds(),
              look.sums(),
              look.answers(),
              look.action()));
    }
    return new RecordedRollout(
        RecordedRollout.FORMAT,
        new RolloutId("20261124-080000-abcdef"),
        Environment.STAGING,
        OLD,
        NEW,
        PLAN,
        PLAN.digest(),
        numbered,
        outcome);
  }

  /** An end that the judge is said to have decided must follow from the last look. */
  @Test
  void namesAnEndThatDoesNotFollowFromTheLastLook() {
    var looks = recorded().looks();
    assertThat(outcome(looks, Ending.PROMOTED, DecidedBy.JUDGE))
        .containsExactly(
            new Replay.Difference(
                "2-1", "outcome", "PROMOTED by judge", "the last look, of stage 2, says FAIL"));
    assertThat(outcome(looks, Ending.ROLLED_BACK, DecidedBy.JUDGE)).isEmpty();
    assertThat(outcome(looks.subList(0, 7), Ending.ROLLED_BACK, DecidedBy.JUDGE))
        .extracting(Replay.Difference::recomputed)
        .containsExactly("the last look, of stage 2, says nothing");
    assertThat(outcome(looks, Ending.REFUSED, DecidedBy.PLAN)).hasSize(1);
    for (var other : List.of(DecidedBy.ALARM, DecidedBy.PERSON, DecidedBy.WATCHDOG)) {
      assertThat(outcome(looks, Ending.ROLLED_BACK, other)).isEmpty();
    }
    assertThat(outcome(looks.subList(0, 1), Ending.REFUSED, DecidedBy.FAILURE)).isEmpty();
  }

  private static List<Replay.Difference> outcome(
      List<RecordedLook> looks, Ending ending, DecidedBy by) {
    var at = Instant.parse("2026-11-24T09:00:00Z");
    var end = new Outcome(ending, by, "It ended.", BadRequests.NONE, Optional.empty(), at);
    return Replay.of(with(looks, Optional.of(end))).differences();
  }

  private static void refuses(String part, String by, String path) {
    var json = Contracts.write(recorded());
    assertThat(json).contains(part);
    assertThatThrownBy(
            () -> Contracts.read(json.replaceFirst(Pattern.quote(part), by), RecordedRollout.class))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(path);
  }

  private static RecordedRollout recorded() {
    var criteria = Criteria.of(PLAN, OLD, NEW);
    var itinerary = new Itinerary(PLAN);
    var looks = new ArrayList<RecordedLook>();
    var state = JudgeState.START;
    for (var stage = 0; stage < 3; stage++) {
      for (var look = 0; look <= (stage == 2 ? 1 : 2); look++) {
        var sums = sums(itinerary, stage, look);
        var id = look == 0 ? "shift-" + stage : stage + "-" + look;
        var said = Judge.look(state, id, sums, criteria);
        var watched = itinerary.watched(stage, look);
        var decision = StageDecision.decide(itinerary.watch(stage), watched, said);
        looks.add(
            new RecordedLook(
                looks.size() + 1,
                id,
                look == 0 ? LookKind.BASELINE : LookKind.STAGE,
                stage,
                look,
                Instant.parse("2026-11-24T08:00:00Z").plusSeconds(looks.size()),
                List.of(),
                sums,
                TestAnswer.of(said),
                look == 0 ? Optional.empty() : Optional.of(decision.action())));
        state = look == 0 ? said.state().newStage() : said.state();
      }
    }
    return new RecordedRollout(
        RecordedRollout.FORMAT,
        new RolloutId("20261124-080000-abcdef"),
        Environment.STAGING,
        OLD,
        NEW,
        PLAN,
        PLAN.digest(),
        looks,
        Optional.empty());
  }

  private static CumulativeCounts sums(Itinerary itinerary, int stage, int look) {
    var t = stage * 3 + look;
    return new CumulativeCounts(
        Optional.of(new Reading(9_000L * t, 9L * t, 0, 0, List.of(), 0, 0)),
        Optional.of(new Reading(1_000L * t, 4L * t, 0, 0, List.of(), 0, 0)),
        look == 0 ? Optional.empty() : Optional.of(itinerary.weight(stage)));
  }
}
