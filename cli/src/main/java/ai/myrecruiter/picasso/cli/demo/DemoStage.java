package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.local.Releases;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.traffic.Served;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The stage as a demonstration uses it: new releases and their troubles go in, what clients and
 * CloudWatch saw comes out. Rollouts are started and read through {@link #deployment}, as from any
 * terminal.
 *
 * @param stage where it happens
 * @param deployment the way to it for commands
 * @param releases uploads code
 * @param served what clients got so far, by version
 */
record DemoStage(
    Stage stage, Deployment deployment, Releases releases, Supplier<Map<String, Served>> served) {
  static final String FUNCTION = Environment.STAGING.prefix() + "chat";
  static final String ALIAS = "live";

  /** Uploads a scenario's release; the version it becomes will have the scenario's trouble. */
  void prepare(Scenario scenario) {
    var faults = scenario.trouble().faults();
    stage
        .loop()
        .call(() -> {
          stage.faults().set(FUNCTION, scenario.candidate().toString(), faults);
          return true;
        });
    releases.upload(scenario.title());
  }

  /** Where the alias sends its traffic. */
  AliasWeights alias() {
    return new WeightedAlias(stage.lambda(), FUNCTION, ALIAS).read().weights();
  }

  /** What clients got of a scenario's new version. */
  Served servedBy(Scenario scenario) {
    return served.get().getOrDefault(scenario.candidate().toString(), Served.NOTHING);
  }

  /** What CloudWatch counted of attempts to reach another tenant's data. */
  CrossTenantAttempts attempts(Instant from, Instant to) {
    return CrossTenantAttempts.read(stage.cloudWatch(), FUNCTION, from, to);
  }
}
