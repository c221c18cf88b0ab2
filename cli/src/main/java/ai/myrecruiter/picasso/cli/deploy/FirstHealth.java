package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.aws.Machine;
import ai.myrecruiter.picasso.cli.rollout.ExecutionEnd;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.health.HealthReport;
import ai.myrecruiter.picasso.workflows.stack.StableParameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Asks whether an environment is well that was deployed for the first time. */
final class FirstHealth {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private final Session session;
  private final Patience patience;

  FirstHealth(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
  }

  /**
   * Returns when the state machine {@code health-validation} says that all is well.
   *
   * @param aliases of the functions that serve
   * @throws CommandEnd when it does not
   */
  void require(List<StableParameter> aliases) throws InterruptedException {
    var deployed = session.deployed();
    var machine = deployed.live(Machine.HEALTH);
    var arn =
        deployed
            .sfn()
            .startExecution(
                start -> start.stateMachineArn(machine).input(Contracts.write(input(aliases))))
            .executionArn();
    session.say("Asking whether the environment is well: " + arn);
    var seen = ended(arn);
    if (seen.status() != ExecutionStatus.SUCCEEDED) {
      throw ExecutionEnd.of(seen).orElseThrow().asRefusal("The health validation");
    }
    var report = Contracts.read(seen.output(), HealthReport.class);
    report
        .checks()
        .forEach(check ->
            session.say("%-14s %s: %s".formatted(check.verdict(), check.name(), check.sentence())));
    if (report.verdict() != Verdict.PASS) {
      throw CommandEnd.refused(
          "Everything is deployed, but not well: %s Mend that; see docs/deploy.md for what a first deployment leaves to do."
              .formatted(report.sentence()));
    }
  }

  private Map<String, Object> input(List<StableParameter> aliases) {
    var first = aliases.getFirst();
    var input = new TreeMap<String, Object>();
    input.put("environment", session.environment().value());
    input.put("function", first.function());
    input.put("alias", first.alias());
    input.put("qualifier", first.alias());
    input.put("companions", aliases.stream().skip(1).map(StableParameter::function).toList());
    return input;
  }

  private DescribeExecutionResponse ended(String arn) throws InterruptedException {
    while (true) {
      var seen = session.deployed().sfn().describeExecution(it -> it.executionArn(arn));
      if (seen.status() != ExecutionStatus.RUNNING) {
        return seen;
      }
      patience.require("The health validation goes on: " + arn);
      session.shell().pause().pause(LOOK);
    }
  }
}
