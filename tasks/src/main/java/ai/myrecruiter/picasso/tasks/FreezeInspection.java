package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.environment.Freeze;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a freeze says against a release. The template gives a function the freezes of its
 * environment's document, as their JSON in {@code PICASSO_FREEZE}; without that variable there are
 * none. A rollback never asks.
 */
public final class FreezeInspection {
  private FreezeInspection() {}

  /**
   * The finding against a release at an instant, if a freeze holds then.
   *
   * @throws ai.myrecruiter.picasso.workflows.InvalidInput when the variable cannot be read
   */
  public static List<Finding> at(Ports ports, Instant now) {
    return Optional.ofNullable(ports.environment().get("PICASSO_FREEZE"))
        .flatMap(json ->
            Contracts.read(json, Freeze.class)
                .against(
                    now,
                    "wait until it is over, or change the environment's document and deploy it;"
                        + " a rollback is never frozen"))
        .stream()
        .toList();
  }
}
