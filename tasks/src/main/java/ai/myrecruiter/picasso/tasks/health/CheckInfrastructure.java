package ai.myrecruiter.picasso.tasks.health;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.health.CheckResult;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/** Whether the function, the version to be asked and the alias are there and fit to serve. */
public final class CheckInfrastructure extends Task<HealthTarget, CheckResult> {
  private static final String NAME = "infrastructure";
  private final Ports ports;

  /** For Lambda. */
  public CheckInfrastructure() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public CheckInfrastructure(Ports ports) {
    super(HealthTarget.class);
    this.ports = ports;
  }

  @Override
  protected CheckResult run(HealthTarget target) {
    return Stream.concat(Stream.of(target), target.others().stream())
        .map(this::check)
        .reduce(CheckInfrastructure::both)
        .orElseThrow();
  }

  /** What did not pass comes first; of two that pass the sentences are told together. */
  private static CheckResult both(CheckResult one, CheckResult two) {
    if (one.verdict() != Verdict.PASS) {
      return one;
    }
    return two.verdict() == Verdict.PASS
        ? new CheckResult(NAME, Verdict.PASS, one.sentence() + " " + two.sentence())
        : two;
  }

  private CheckResult check(HealthTarget target) {
    try {
      var state =
          ports
              .lambda()
              .getFunctionConfiguration(
                  request -> request.functionName(target.function()).qualifier(target.qualifier()))
              .state();
      var weights =
          new WeightedAlias(ports.lambda(), target.function(), target.alias()).read().weights();
      return state == State.FAILED || state == State.PENDING
          ? new CheckResult(NAME, Verdict.FAIL, target.asked() + " is " + state + ".")
          : new CheckResult(
              NAME,
              Verdict.PASS,
              target.asked() + " can serve; the alias names version " + weights.primary() + ".");
    } catch (ResourceNotFoundException missing) {
      return new CheckResult(
          NAME, Verdict.FAIL, target.asked() + " or alias " + target.alias() + " does not exist.");
    }
  }
}
