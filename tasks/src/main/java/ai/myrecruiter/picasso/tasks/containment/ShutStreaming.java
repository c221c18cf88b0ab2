package ai.myrecruiter.picasso.tasks.containment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;

/**
 * Lets nobody start another stream: reserved concurrency 0, by which the Function URL answers 429
 * before any code runs, and clients fall back to the legacy route. It reads nothing and waits for
 * nothing. A deployment does not open streaming again, because CloudFormation sees no change;
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

  /** What is shut, and why. */
  public record Shut(String function, String sentence) {}

  @Override
  protected Shut run(Breach breach) {
    ports
        .lambda()
        .putFunctionConcurrency(
            put -> put.functionName(breach.function()).reservedConcurrentExecutions(0));
    return new Shut(breach.function(), breach.trigger().sentence());
  }
}
