package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Companion;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.rollout.Ending;

/** What a rollback did and why, for a person. */
record RollbackSentence(RollbackState state) {
  String of(Ending ending) {
    var restored = state.restored().orElseThrow();
    var why = why();
    var versions = restored.versions(state.function());
    if (restored.all(state.function()).stream().allMatch(Companion::foreign)) {
      return "Nothing to roll back: the alias belongs to another rollout. " + why;
    }
    if (ending == Ending.PROMOTED) {
      return "Nothing to roll back: %s has passed its bake and has all traffic; it stays. %s"
          .formatted(versions, why);
    }
    if (state.owner().isEmpty() && !restored.anyChanged()) {
      return "Nothing to roll back: %s has all traffic and no rollout is under way. %s"
          .formatted(versions, why);
    }
    return "All traffic on " + versions + ". " + why + state.health().map(this::after).orElse("");
  }

  private String after(RollbackState.Health health) {
    var verdict = " Health after that: " + health.verdict() + ".";
    return health.verdict() == Verdict.PASS
        ? verdict
        : verdict + " " + ErrorOutput.sentence(health.sentence());
  }

  private String why() {
    var trigger = state.trigger();
    var text =
        "Triggered by %s: %s"
            .formatted(
                ErrorOutput.simpleName(trigger.name()), ErrorOutput.sentence(trigger.reason()));
    return text.endsWith(".") ? text : text + ".";
  }
}
