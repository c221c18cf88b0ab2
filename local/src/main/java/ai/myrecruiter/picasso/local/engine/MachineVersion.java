package ai.myrecruiter.picasso.local.engine;

import java.time.Instant;

/**
 * A published revision of a state machine, which never changes.
 *
 * @param number from 1, never given twice
 * @param machine as it was when it was published
 */
public record MachineVersion(
    int number, StateMachine machine, String description, Instant creationDate) {
  /** The ARN that names this version. */
  public String arn() {
    return machine.arn() + ":" + number;
  }
}
