package ai.myrecruiter.picasso.tasks.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Closed;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Health;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Restored;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Verified;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollbackStateTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
  private static final VersionNumber ONE = new VersionNumber(1);
  private static final RolloutId ID = new RolloutId("rollout-1");
  private static final RollbackTrigger ALARM =
      new RollbackTrigger.Alarm("chat-errors", "Threshold Crossed.", Optional.of(NOW));
  private static final Owner OWNER = new Owner(ID, 2, "arn:one");
  private static final Restored RESTORED = new Restored(ONE, true, false, NOW);

  private static RollbackState state(RollbackTrigger trigger) {
    return new RollbackState(
        Environment.STAGING,
        "picasso-staging-chat",
        "live",
        Optional.empty(),
        trigger,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Health(Verdict.PASS, "All 2 checks passed.")),
        Optional.empty(),
        Optional.of(new ErrorOutput("States.Timeout", Optional.empty())),
        Optional.of("arn:parent"),
        List.of());
  }

  private static String sentence(RollbackState state, Ending ending) {
    return new RollbackSentence(state).of(ending);
  }

  @Test
  void isTheInputOfTheMachineAtFirst() {
    var start =
        new StartRollback(
            Environment.STAGING, "picasso-staging-chat", "live", Optional.of(ID), ALARM);
    var state = Contracts.read(Contracts.write(start), RollbackState.class);
    assertThat(state.trigger()).isEqualTo(ALARM);
    assertThat(state.subject()).contains(ID);
    assertThat(state.owner()).isEmpty();
  }

  @Test
  void keepsEverythingElseWhenATaskAddsItsPart() {
    var verified = new Verified(5, "5 answers.");
    var closed = new Closed("rollout-1", ONE, Ending.ROLLED_BACK, "Done.");
    var all = state(ALARM).with(OWNER).with(RESTORED).with(verified).with(closed);
    assertThat(all.owner()).contains(OWNER);
    assertThat(all.restored()).contains(RESTORED);
    assertThat(all.verified()).contains(verified);
    assertThat(all.closed()).contains(closed);
    assertThat(all.health()).isEqualTo(state(ALARM).health());
    assertThat(all.error()).isEqualTo(state(ALARM).error());
    assertThat(all.parent()).contains("arn:parent");
    assertThat(Contracts.read(Contracts.write(all), RollbackState.class)).isEqualTo(all);
  }

  @Test
  void isAboutTheRolloutThatWasTakenOverRatherThanTheOneThatWasNamed() {
    var start =
        new StartRollback(
            Environment.STAGING,
            "picasso-staging-chat",
            "live",
            Optional.of(new RolloutId("rollout-9")),
            ALARM);
    var state = Contracts.read(Contracts.write(start), RollbackState.class);
    assertThat(state.with(OWNER).subject()).contains(ID);
    assertThat(state(ALARM).subject()).isEmpty();
  }

  @Test
  void saysWhatServesWhyAndHowItIsAfterThat() {
    assertThat(sentence(state(ALARM).with(OWNER).with(RESTORED), Ending.ROLLED_BACK))
        .isEqualTo(
            "All traffic on version 1. Triggered by chat-errors: Threshold Crossed. Health after"
                + " that: PASS.");
  }

  @Test
  void saysTheErrorOfAFailedTaskInItsOwnWords() {
    var failure =
        new RollbackTrigger.Failure(
            "ai.myrecruiter.picasso.tasks.alias.AliasMoved",
            "{\"Error\":\"ai.myrecruiter.picasso.tasks.alias.AliasMoved\",\"Cause\":\"{\\\"errorMessage\\\":\\\"Somebody"
                + " else writes it.\\\"}\"}");
    assertThat(sentence(state(failure).with(OWNER).with(RESTORED), Ending.ROLLED_BACK))
        .contains("Triggered by AliasMoved: AliasMoved: Somebody else writes it.");
  }

  @Test
  void saysWhenThereWasNothingToDo() {
    var idle = state(ALARM).with(new Restored(ONE, false, false, NOW));
    assertThat(sentence(idle, Ending.ROLLED_BACK))
        .startsWith("Nothing to roll back: version 1 has all traffic and no rollout is under way.");
    var foreign = state(ALARM).with(new Restored(ONE, false, true, NOW));
    assertThat(sentence(foreign, Ending.ROLLED_BACK))
        .startsWith("Nothing to roll back: the alias belongs to another rollout.");
    assertThat(sentence(state(ALARM).with(OWNER).with(RESTORED), Ending.PROMOTED))
        .startsWith("Nothing to roll back: version 1 has passed its bake");
  }
}
