package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageDecision;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recorded rollout judged again from its counts.
 *
 * @param steps what the judge says now, look by look
 * @param differences where that is not what was recorded; none for a faithful record
 */
public record Replay(List<Step> steps, List<Difference> differences) {
  /** Copies the lists. */
  public Replay {
    steps = List.copyOf(steps);
    differences = List.copyOf(differences);
  }

  /** One look as it is judged now; a baseline decides nothing. */
  public record Step(RecordedLook look, Judgement judgement, Optional<StageDecision> decision) {}

  /**
   * One thing that is not as it was recorded.
   *
   * @param look id of the look
   * @param test name of the test, or {@code decision}
   * @param recorded what the file says
   * @param recomputed what the counts give
   */
  public record Difference(String look, String test, String recorded, String recomputed) {}

  /** Judges every look again. */
  public static Replay of(RecordedRollout recorded) {
    var criteria = Criteria.of(recorded.plan(), recorded.stable(), recorded.candidate());
    var itinerary = new Itinerary(recorded.plan());
    var steps = new ArrayList<Step>();
    var differences = new ArrayList<Difference>();
    var thresholds =
        recorded.looks().stream().findFirst().map(RecordedLook::thresholds).orElse(List.of());
    var state = JudgeState.start(thresholds);
    for (var look : recorded.looks()) {
      var judgement = Judge.look(state, look.id(), look.sums(), criteria);
      var decision = decision(itinerary, look, judgement);
      steps.add(new Step(look, judgement, decision));
      differences.addAll(differences(look, judgement, decision));
      state = look.kind() == LookKind.BASELINE ? judgement.state().newStage() : judgement.state();
    }
    return new Replay(steps, differences);
  }

  private static Optional<StageDecision> decision(
      Itinerary itinerary, RecordedLook look, Judgement judgement) {
    return look.action()
        .map(_ ->
            StageDecision.decide(
                itinerary.watch(look.stage()),
                itinerary.watched(look.stage(), look.look()),
                judgement));
  }

  private static List<Difference> differences(
      RecordedLook look, Judgement judgement, Optional<StageDecision> decision) {
    var differences = new ArrayList<Difference>();
    var now = TestAnswer.of(judgement);
    for (var name : TestAnswer.TESTS) {
      var before = answer(look.answers(), name);
      var after = answer(now, name);
      if (!before.equals(after)) {
        differences.add(new Difference(look.id(), name, before, after));
      }
    }
    var before = look.action().map(Enum::name).orElse("none");
    var after = decision.map(d -> d.action().name()).orElse("none");
    if (!before.equals(after)) {
      differences.add(new Difference(look.id(), "decision", before, after));
    }
    return differences;
  }

  private static String answer(List<TestAnswer> answers, String test) {
    var said = answers.stream().filter(answer -> answer.test().equals(test)).toList();
    return said.isEmpty()
        ? "not tested"
        : String.join(" and ", said.stream().map(a -> a.verdict() + " e=" + a.value()).toList());
  }
}
