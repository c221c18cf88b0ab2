package ai.myrecruiter.picasso.workflows.rollout;

import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.BAKING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.CLOSING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.OBSERVING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.PROMOTING;
import static ai.myrecruiter.picasso.workflows.rollout.RolloutStatus.SHIFTING;

import ai.myrecruiter.picasso.workflows.contract.NumberText;
import java.time.Instant;
import java.util.Optional;

/** The steps of a rollout that move traffic to the new version, and what must hold before each. */
record TrafficSteps(Rollout rollout) {

  Rollout shifting(int index, Instant at) {
    var stages = rollout.plan().stages();
    var present = rollout.progress().stageIndex();
    if (rollout.status() == OBSERVING && index == present) {
      return rollout;
    }
    var entering = index == present + 1;
    var follows = entering ? rollout.status() != SHIFTING : index == present;
    require(follows && index < stages.size(), SHIFTING, "stage " + index + " is not next");
    require(
        rollout.members().stream().allMatch(Member::versionsKnown),
        SHIFTING,
        "its versions are not known");
    var next = stages.get(index);
    var edit = new RolloutEdit(rollout).approval(Optional.empty());
    return (entering ? edit.newStage() : edit)
        .stage(index, next.weight())
        .to(SHIFTING, at, "Stage %s: shifting %s".formatted(next.name(), percent(next.weight())));
  }

  Rollout observing(Instant at) {
    var weight = percent(rollout.progress().weight());
    return new RolloutEdit(rollout).to(OBSERVING, at, "Watching " + weight);
  }

  Rollout promoting(Instant at) {
    if (rollout.status() == BAKING) {
      return rollout;
    }
    var last = rollout.plan().stages().size() - 1;
    require(rollout.progress().stageIndex() >= last, PROMOTING, "stages are left");
    require(
        !rollout.promoted() || rollout.status() == PROMOTING, PROMOTING, "it was promoted before");
    var weight = 100 - rollout.plan().bake().holdback();
    return new RolloutEdit(rollout)
        .approval(Optional.empty())
        .stage(last + 1, weight)
        .to(PROMOTING, at, "Promoting to " + percent(weight));
  }

  Rollout baking(Instant at) {
    var holdback = NumberText.format(rollout.plan().bake().holdback());
    return new RolloutEdit(rollout)
        .newStage()
        .to(BAKING, at, "Baking with " + holdback + " % held back");
  }

  Rollout closing(Instant at) {
    require(rollout.promoted(), CLOSING, "it was not promoted");
    return new RolloutEdit(rollout)
        .approval(Optional.empty())
        .stage(rollout.progress().stageIndex(), 100)
        .to(CLOSING, at, "Releasing the holdback");
  }

  private String percent(double weight) {
    var versions = Versions.of(rollout.members(), Member::candidate);
    return NumberText.format(weight) + " % of the traffic on " + versions;
  }

  private void require(boolean holds, RolloutStatus next, String why) {
    rollout.require(holds, next, why);
  }
}
