package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Verdict;
import java.util.List;

/**
 * The answer to one look at a release: one judgement for each of its functions. The worst counts.
 *
 * @param functions at least one, in the release's order
 */
public record ReleaseJudgement(List<OfFunction> functions) {
  /** Copies the judgements. */
  public ReleaseJudgement {
    functions = List.copyOf(functions);
  }

  /** The judgement of a function. */
  public record OfFunction(String function, Judgement judgement) {}

  /** The worst verdict of all: FAIL before INCONCLUSIVE before PASS. */
  public Verdict verdict() {
    return Verdict.of(functions.stream().map(of -> of.judgement().verdict()).toList());
  }

  /** Whether the present stage has data of both versions of every function. */
  public boolean hasData() {
    return functions.stream().allMatch(of -> of.judgement().hasData());
  }

  /** The states of all functions after the look, in the release's order. */
  public List<JudgeState> states() {
    return functions.stream().map(of -> of.judgement().state()).toList();
  }

  /** Bad requests of the new versions served so far, together. */
  public BadRequests badRequests() {
    return functions.stream()
        .map(of -> of.judgement().badRequests())
        .reduce(BadRequests.NONE, BadRequests::plus);
  }

  /** Why: the sentence of the test that decides, and of several functions also which one. */
  String evidence() {
    var worst = verdict();
    return functions.stream()
        .filter(of -> of.judgement().verdict() == worst)
        .findFirst()
        .map(of -> (functions.size() == 1 ? "" : of.function() + ": ") + of.judgement().evidence())
        .orElse("Nothing was tested.");
  }
}
