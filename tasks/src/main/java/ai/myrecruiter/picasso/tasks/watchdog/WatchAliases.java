package ai.myrecruiter.picasso.tasks.watchdog;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.Attempts;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * The dead man's switch: looks every minute for an environment whose owner is no longer running,
 * and for an alias that sends traffic to two versions without an owner, and starts {@code rollback}
 * for it.
 */
public final class WatchAliases extends Task<WatchAliases.Watched, WatchAliases.Seen> {
  private static final long SECONDS_A_NAME = 60;
  private final Ports ports;
  private final LeaseTable leases;

  /** For Lambda. */
  public WatchAliases() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public WatchAliases(Ports ports) {
    super(Watched.class);
    this.ports = ports;
    this.leases = LeaseTable.of(ports);
  }

  /**
   * The aliases to watch.
   *
   * @param companions names of the other functions with an alias of that name
   */
  public record Watched(
      Environment environment,
      String function,
      String alias,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
          List<String> companions) {
    /** Copies the names. */
    public Watched {
      companions = List.copyOf(companions);
    }

    /** One alias. */
    public Watched(Environment environment, String function, String alias) {
      this(environment, function, alias, List.of());
    }

    private List<String> functions() {
      return Stream.concat(Stream.of(function), companions.stream()).toList();
    }
  }

  /** What was found; and the rollback, if one was started. */
  public record Seen(String sentence, Optional<String> rollback) {}

  @Override
  protected Seen run(Watched watched) {
    var owner = leases.read(watched.environment()).filter(Lease::held).flatMap(Lease::holder);
    return owner.map(holder -> look(watched, holder)).orElseGet(() -> lookWithoutOwner(watched));
  }

  private Seen look(Watched watched, Holder holder) {
    return isRunning(holder.executionArn())
        ? new Seen("Rollout " + holder.rollout() + " is under way.", Optional.empty())
        : rollBack(
            watched,
            Optional.of(holder.rollout()),
            "Rollout " + holder.rollout() + " owns the environment, but its execution has ended.");
  }

  private Seen lookWithoutOwner(Watched watched) {
    var attempts = new Attempts();
    var aliases =
        attempts.each(
            watched.functions(),
            function -> new WeightedAlias(ports.lambda(), function, watched.alias()).read());
    if (aliases.values().stream().anyMatch(alias -> alias.weights().isSplit())) {
      return rollBack(
          watched,
          Optional.empty(),
          "The alias sends traffic to two versions and no rollout owns it.");
    }
    attempts.throwFailure();
    return new Seen("The alias sends everything to one version.", Optional.empty());
  }

  private boolean isRunning(String executionArn) {
    try {
      return ports.sfn().describeExecution(request -> request.executionArn(executionArn)).status()
          == ExecutionStatus.RUNNING;
    } catch (ExecutionDoesNotExistException gone) {
      return false;
    }
  }

  private Seen rollBack(Watched watched, Optional<RolloutId> rollout, String why) {
    var input =
        new StartRollback(
            watched.environment(),
            watched.function(),
            watched.alias(),
            rollout,
            new RollbackTrigger.Watchdog("watchdog", why),
            watched.companions());
    var minute = ports.clock().instant().getEpochSecond() / SECONDS_A_NAME;
    try {
      var started =
          ports
              .sfn()
              .startExecution(request ->
                  request
                      .stateMachineArn(ports.variable("PICASSO_ROLLBACK_STATE_MACHINE_ARN"))
                      .name("watchdog-" + minute)
                      .input(Contracts.write(input)));
      return new Seen(why, Optional.of(started.executionArn()));
    } catch (ExecutionAlreadyExistsException thisMinute) {
      return new Seen(why + " A rollback was started this minute.", Optional.empty());
    }
  }
}
