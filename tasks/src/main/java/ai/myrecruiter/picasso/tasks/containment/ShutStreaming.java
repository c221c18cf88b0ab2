package ai.myrecruiter.picasso.tasks.containment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;

/**
 * Lets nobody start another stream: reserved concurrency 0, by which the Function URL answers 429
 * before any code runs, and clients fall back to the legacy route. That comes first, reads nothing
 * and waits for nothing. Then the streams that are under way are ended, by raising the epoch of
 * every tenant: who lost which tenant's data is not known yet. Clients get new tokens for the
 * legacy route. A deployment does not open streaming again, because CloudFormation sees no change;
 * people do.
 */
public final class ShutStreaming extends Task<ShutStreaming.Breach, ShutStreaming.Shut> {
  private final Ports ports;

  /** For Lambda. */
  public ShutStreaming() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public ShutStreaming(Ports ports) {
    super(Breach.class);
    this.ports = ports;
  }

  /** What was noticed, and the function to shut. */
  public record Breach(Environment environment, String function, RollbackTrigger trigger) {}

  /** What is shut, of how many tenants the tokens were revoked, and why. */
  public record Shut(String function, int revokedTenants, String sentence) {}

  @Override
  protected Shut run(Breach breach) {
    ports
        .lambda()
        .putFunctionConcurrency(
            put -> put.functionName(breach.function()).reservedConcurrentExecutions(0));
    int revoked = new TenantEpochs(ports).raiseAll();
    return new Shut(breach.function(), revoked, breach.trigger().sentence());
  }
}
