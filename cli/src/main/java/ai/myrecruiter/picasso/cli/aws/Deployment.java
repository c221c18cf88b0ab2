package ai.myrecruiter.picasso.cli.aws;

import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollout.LookTable;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * What is deployed of the product in one environment of one account and region: its state machines,
 * leases and rollouts.
 *
 * @param environment which
 * @param clients the way there
 */
public record Deployment(Environment environment, Clients clients) implements AutoCloseable {
  /** The deployment that the settings name; nothing is called yet. */
  public static Deployment open(Settings settings) {
    return new Deployment(settings.environment(), Clients.open(settings));
  }

  /**
   * The ARN of alias {@code live} of a state machine, which commands start: the execution says for
   * good which version it ran.
   *
   * @throws InvalidInput when there is none of its name
   */
  public String live(Machine machine) {
    var name = machine.nameIn(environment);
    return sfn().listStateMachinesPaginator().stateMachines().stream()
        .filter(item -> item.name().equals(name))
        .map(item -> item.stateMachineArn() + ":live")
        .findFirst()
        .orElseThrow(() ->
            new InvalidInput(
                "--env",
                environment,
                "must be deployed, but there is no state machine " + name + " in this account",
                "deploy the workflows stack, or correct --env, --profile, --region or"
                    + " --endpoint-url"));
  }

  /** Whether a state machine is there. */
  public boolean has(Machine machine) {
    var name = machine.nameIn(environment);
    return sfn().listStateMachinesPaginator().stateMachines().stream()
        .anyMatch(item -> item.name().equals(name));
  }

  /** State machines and their executions. */
  public SfnClient sfn() {
    return clients.sfn();
  }

  /** The leases. */
  public LeaseTable leases() {
    return new LeaseTable(clients.dynamoDb(), environment.prefix() + "leases");
  }

  /** The rollouts' records. */
  public RolloutTable rollouts() {
    return new RolloutTable(clients.dynamoDb(), environment.prefix() + "rollouts");
  }

  /** The looks of the rollouts. */
  public LookTable looks() {
    return new LookTable(clients.dynamoDb(), environment.prefix() + "rollouts");
  }

  @Override
  public void close() {
    clients.close();
  }
}
