package ai.myrecruiter.picasso.workflows.rollout;

import java.util.EnumSet;
import java.util.Set;

/** Where a rollout is in its life. The transition table is {@link #next}. */
public enum RolloutStatus {
  /** It holds the lease; nothing has been looked at. */
  ACCEPTED,
  /** Function, alias, versions and alarms are being proved. */
  PREFLIGHT,
  /** The new version is being published. */
  PUBLISHING,
  /** A person is asked: before a stage, or because one could not be judged. */
  AWAITING_APPROVAL,
  /** The alias is being moved to a stage's weight. */
  SHIFTING,
  /** A stage's traffic is watched and judged. */
  OBSERVING,
  /** The new version is becoming the alias's own version, with a holdback on the old one. */
  PROMOTING,
  /** The holdback is watched and judged. */
  BAKING,
  /** The holdback is being released. */
  CLOSING,
  /** The new version serves everything. Terminal. */
  COMPLETED,
  /** Ended before the alias was touched. Terminal. */
  REFUSED,
  /** The alias is being put back on the old version. */
  ROLLING_BACK,
  /** The old version serves everything, and that was seen. Terminal. */
  ROLLED_BACK,
  /** A rollback did not end well; another may be started. */
  ROLLBACK_FAILED;

  /** The statuses that may follow this one; none for a terminal status. */
  public Set<RolloutStatus> next() {
    return switch (this) {
      case ACCEPTED -> EnumSet.of(PREFLIGHT, REFUSED, ROLLING_BACK);
      case PREFLIGHT -> EnumSet.of(PUBLISHING, REFUSED, ROLLING_BACK);
      case PUBLISHING -> EnumSet.of(AWAITING_APPROVAL, SHIFTING, REFUSED, ROLLING_BACK);
      case AWAITING_APPROVAL -> EnumSet.of(SHIFTING, PROMOTING, CLOSING, REFUSED, ROLLING_BACK);
      case SHIFTING -> EnumSet.of(OBSERVING, ROLLING_BACK);
      case OBSERVING -> EnumSet.of(AWAITING_APPROVAL, SHIFTING, PROMOTING, ROLLING_BACK);
      case PROMOTING -> EnumSet.of(BAKING, ROLLING_BACK);
      case BAKING -> EnumSet.of(AWAITING_APPROVAL, CLOSING, ROLLING_BACK);
      case CLOSING -> EnumSet.of(COMPLETED, ROLLING_BACK);
      case ROLLING_BACK -> EnumSet.of(COMPLETED, ROLLED_BACK, ROLLBACK_FAILED);
      case ROLLBACK_FAILED -> EnumSet.of(ROLLING_BACK);
      case COMPLETED, REFUSED, ROLLED_BACK -> EnumSet.noneOf(RolloutStatus.class);
    };
  }

  /** Whether the rollout has ended for good. */
  public boolean terminal() {
    return next().isEmpty();
  }

  /**
   * The next status.
   *
   * @throws IllegalTransition when the table does not list the pair
   */
  RolloutStatus become(RolloutStatus next) {
    if (!next().contains(next)) {
      throw new IllegalTransition(this, next);
    }
    return next;
  }
}
