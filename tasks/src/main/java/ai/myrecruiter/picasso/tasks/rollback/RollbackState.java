package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of the machine {@code rollback}: its input, and what each task adds.
 *
 * @param rolloutId the rollout to undo, when the one who started the rollback knows it
 * @param owner the rollout that was taken over; absent when none held the lease
 * @param restored what the alias says now
 * @param verified who answered after that
 * @param health how the service is after that
 * @param closed what is told
 * @param error of a task that was caught
 * @param parent the execution that started this one, set by the service
 * @param companions names of the other functions whose aliases go back too
 */
public record RollbackState(
    Environment environment,
    String function,
    String alias,
    Optional<RolloutId> rolloutId,
    RollbackTrigger trigger,
    Optional<Owner> owner,
    Optional<Restored> restored,
    Optional<Verified> verified,
    Optional<Health> health,
    Optional<Closed> closed,
    Optional<ErrorOutput> error,
    @JsonProperty("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID") Optional<String> parent,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> companions) {
  /** Copies the names. */
  public RollbackState {
    companions = List.copyOf(companions);
  }

  /**
   * The rollout that was taken over.
   *
   * @param token the rollback's fencing token
   * @param executionArn the rollout's own execution
   */
  public record Owner(RolloutId rolloutId, long token, String executionArn) {}

  /**
   * What the alias says after the traffic change.
   *
   * @param stable the version that takes all traffic
   * @param changed whether traffic was moved
   * @param foreign whether the alias belongs to another rollout and was left alone
   * @param at when it was read back
   * @param companions the same of the other functions' aliases
   */
  public record Restored(
      VersionNumber stable,
      boolean changed,
      boolean foreign,
      Instant at,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
          List<Companion> companions) {
    /** Copies the list. */
    public Restored {
      companions = List.copyOf(companions);
    }

    /** Of one alias. */
    public Restored(VersionNumber stable, boolean changed, boolean foreign, Instant at) {
      this(stable, changed, foreign, at, List.of());
    }

    /** All aliases, that of the first function first. */
    List<Companion> all(String function) {
      var first = new Companion(function, stable, changed, foreign);
      return Stream.concat(Stream.of(first), companions.stream()).toList();
    }

    /** The stable versions, for a person: of one function the version alone. */
    String versions(String function) {
      return companions.isEmpty()
          ? "version " + stable
          : all(function).stream()
              .map(of -> of.function() + " version " + of.stable())
              .collect(Collectors.joining(", "));
    }

    /** Whether traffic of any function was moved. */
    boolean anyChanged() {
      return changed || companions.stream().anyMatch(Companion::changed);
    }
  }

  /** What the alias of another function says after the traffic change. */
  public record Companion(
      String function, VersionNumber stable, boolean changed, boolean foreign) {}

  /** How many consecutive answers the stable version gave. */
  public record Verified(int answers, String sentence) {}

  /** What the health validation said. */
  public record Health(Verdict verdict, String sentence) {}

  /**
   * The machine's output.
   *
   * @param rolloutId the rollout this was about, or {@code none}
   * @param stable the version that takes all traffic
   * @param ending what became of the new version; a release whose bake was over stays promoted
   */
  public record Closed(String rolloutId, VersionNumber stable, Ending ending, String sentence) {}

  /** What every task of the machine takes: the state, and the execution it runs in. */
  public record Request(RollbackState state, String executionArn) {}

  /** Names of all functions whose aliases go back. */
  List<String> functions() {
    return Stream.concat(Stream.of(function), companions.stream()).toList();
  }

  /** The same for the functions of a release too, whoever started this knew of them or not. */
  RollbackState together(List<String> release) {
    var others =
        Stream.concat(companions.stream(), release.stream())
            .filter(name -> !name.equals(function))
            .distinct()
            .toList();
    return new RollbackEdit(this).companions(others).build();
  }

  RollbackState with(Owner found) {
    return new RollbackEdit(this).owner(found).build();
  }

  RollbackState with(Restored found) {
    return new RollbackEdit(this).restored(found).build();
  }

  RollbackState with(Verified found) {
    return new RollbackEdit(this).verified(found).build();
  }

  RollbackState with(Closed found) {
    return new RollbackEdit(this).closed(found).build();
  }

  /** The rollout this is about: the one taken over, else the one that was named. */
  Optional<RolloutId> subject() {
    return owner.map(Owner::rolloutId).or(() -> rolloutId);
  }
}
