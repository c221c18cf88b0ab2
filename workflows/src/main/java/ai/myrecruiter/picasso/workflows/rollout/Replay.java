package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.ReleaseJudgement;
import ai.myrecruiter.picasso.workflows.judge.ReleaseJudgement.OfFunction;
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
  public record Step(
      RecordedLook look, ReleaseJudgement judgement, Optional<StageDecision> decision) {}

  /**
   * One thing that is not as it was recorded.
   *
   * @param look id of the look
   * @param test name of the test, of a companion after the function's name; or {@code decision}, or
   *     {@code outcome} where the rollout's end does not follow from its last look
   * @param recorded what the file says
   * @param recomputed what the counts give
   */
  public record Difference(String look, String test, String recorded, String recomputed) {}

  /** Judges every look again. */
  public static Replay of(RecordedRollout recorded) {
    var criteria = recorded.criteria();
    var steps = new ArrayList<Step>();
    var differences = new ArrayList<Difference>();
    var states = begun(recorded);
    for (var look : recorded.looks()) {
      var judgement = judge(recorded, look, states, criteria);
      var decision = decision(new Itinerary(recorded.plan()), look, judgement);
      steps.add(new Step(look, judgement, decision));
      differences.addAll(differences(look, judgement, decision));
      states =
          look.kind() == LookKind.BASELINE
              ? judgement.states().stream().map(JudgeState::newStage).toList()
              : judgement.states();
    }
    RecordedEnding.difference(recorded).ifPresent(differences::add);
    return new Replay(steps, differences);
  }

  private static List<JudgeState> begun(RecordedRollout recorded) {
    return recorded.looks().stream()
        .findFirst()
        .map(
            first -> first.members().stream().map(of -> JudgeState.start(of.thresholds())).toList())
        .orElse(List.of());
  }

  private static ReleaseJudgement judge(
      RecordedRollout recorded, RecordedLook look, List<JudgeState> states, List<Criteria> by) {
    var functions = new ArrayList<OfFunction>();
    for (var i = 0; i < by.size(); i++) {
      var name = i == 0 ? "the first function" : recorded.companions().get(i - 1).function();
      var sums = look.members().get(i).sums();
      functions.add(new OfFunction(name, Judge.look(states.get(i), look.id(), sums, by.get(i))));
    }
    return new ReleaseJudgement(functions);
  }

  private static Optional<StageDecision> decision(
      Itinerary itinerary, RecordedLook look, ReleaseJudgement judgement) {
    return look.action()
        .map(_ ->
            StageDecision.decide(
                itinerary.watch(look.stage()),
                itinerary.watched(look.stage(), look.look()),
                judgement));
  }

  private static List<Difference> differences(
      RecordedLook look, ReleaseJudgement judgement, Optional<StageDecision> decision) {
    var differences = new ArrayList<Difference>();
    for (var i = 0; i < judgement.functions().size(); i++) {
      differences.addAll(differences(look, i, judgement.functions().get(i)));
    }
    var before = look.action().map(Enum::name).orElse("none");
    var after = decision.map(d -> d.action().name()).orElse("none");
    if (!before.equals(after)) {
      differences.add(new Difference(look.id(), "decision", before, after));
    }
    return differences;
  }

  private static List<Difference> differences(RecordedLook look, int member, OfFunction said) {
    var recorded = look.members().get(member).answers();
    var now = TestAnswer.of(said.judgement());
    var differences = new ArrayList<Difference>();
    for (var name : TestAnswer.TESTS) {
      var before = answer(recorded, name);
      var after = answer(now, name);
      if (!before.equals(after)) {
        var test = member == 0 ? name : said.function() + " " + name;
        differences.add(new Difference(look.id(), test, before, after));
      }
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
