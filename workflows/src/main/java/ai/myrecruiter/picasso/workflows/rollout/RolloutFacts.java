package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.BadRequests;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from the components of a rollout's record. */
public sealed interface RolloutFacts permits Rollout {
  /** What was asked. */
  StartRollout request();

  /** Token of the lease under which the record was last written. */
  long fencingToken();

  /** The first function's version before the rollout, known from preflight on. */
  Optional<VersionNumber> stable();

  /** The first function's version being rolled out, known from publishing on. */
  Optional<VersionNumber> candidate();

  /** Where it is. */
  Progress progress();

  /** What the judge has seen of the first function. */
  JudgeState judge();

  /** The functions that are released together with the first, in their order. */
  List<Member> companions();

  /** The rollout's id. */
  default RolloutId id() {
    return request().rolloutId();
  }

  /** Where it runs. */
  default Environment environment() {
    return request().environment();
  }

  /** How it goes. */
  default Plan plan() {
    return request().plan();
  }

  /** Its status. */
  default RolloutStatus status() {
    return progress().status();
  }

  /** The stage it is in; empty before the first and from the promotion on. */
  default Optional<Stage> stage() {
    return plan().stage(progress().stageIndex());
  }

  /** How the present stage, or from the promotion on the bake, is watched; empty before both. */
  default Optional<Watch> watch() {
    return promoted() ? Optional.of(plan().bake().watch()) : stage().map(Stage::watch);
  }

  /**
   * All functions of the release, one at least, in the order in which their aliases are written.
   */
  default List<Member> members() {
    var members = new ArrayList<Member>(companions().size() + 1);
    members.add(new Member(request().function(), stable(), candidate(), judge()));
    members.addAll(companions());
    return members;
  }

  /** Names of all functions of the release, in the order in which their aliases are written. */
  default List<String> functions() {
    return members().stream().map(Member::function).toList();
  }

  /** What a member's alias is to remember; empty until the stable version is known. */
  default Optional<AliasMemory> memory(Member member) {
    return member
        .stable()
        .map(version -> new AliasMemory(fencingToken(), version, member.candidate(), id()));
  }

  /** Bad requests of the new versions served so far, of all functions together. */
  default BadRequests badRequests() {
    return members().stream()
        .map(member -> member.judge().badRequests())
        .reduce(BadRequests.NONE, BadRequests::plus);
  }

  /** Whether the new version is, or is becoming, the alias's own. */
  default boolean promoted() {
    return progress().stageIndex() == plan().stages().size();
  }
}
