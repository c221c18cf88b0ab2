package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.util.Optional;

/**
 * What is seen of a rollout at one moment.
 *
 * @param rollout its record; empty before it is accepted
 * @param end how its execution ended; empty while it runs
 */
public record Sighting(Optional<Rollout> rollout, Optional<ExecutionEnd> end) {
  /** Whether the record says that it has ended for good. */
  public boolean terminal() {
    return rollout.map(r -> r.status().terminal()).orElse(false);
  }

  /**
   * Whether it has passed everything that can refuse it: preflight is over and the version to roll
   * out is known, and no rollback has it.
   */
  boolean accepted() {
    return rollout
        .map(r ->
            switch (r.status()) {
              case ACCEPTED, PREFLIGHT, REFUSED, ROLLING_BACK, ROLLED_BACK, ROLLBACK_FAILED ->
                  false;
              case PUBLISHING -> r.candidate().isPresent();
              case AWAITING_APPROVAL, SHIFTING, OBSERVING, PROMOTING, BAKING, CLOSING, COMPLETED ->
                  true;
            })
        .orElse(false);
  }

  /**
   * Whether a rollback has it, such as one that an alarm started in the second it was accepted. Its
   * execution may know that before its record does.
   */
  boolean takenOver() {
    return rollout
        .map(r ->
            switch (r.status()) {
              case ROLLING_BACK, ROLLED_BACK, ROLLBACK_FAILED -> true;
              case ACCEPTED,
                  PREFLIGHT,
                  REFUSED,
                  PUBLISHING,
                  AWAITING_APPROVAL,
                  SHIFTING,
                  OBSERVING,
                  PROMOTING,
                  BAKING,
                  CLOSING,
                  COMPLETED ->
                  end.map(ExecutionEnd::takenOver).orElse(false);
            })
        .orElse(false);
  }

  /** Its status, {@code starting} before there is a record. */
  String words() {
    return rollout.map(Rollout::status).map(RolloutStatus::name).orElse("starting");
  }
}
