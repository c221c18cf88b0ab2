package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Closed;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Restored;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Verified;
import java.util.List;
import java.util.Optional;

/** A copy of the state in the making: what one task adds to it. */
final class RollbackEdit {
  private final RollbackState from;
  private Optional<Owner> owner;
  private Optional<Restored> restored;
  private Optional<Verified> verified;
  private Optional<Closed> closed;
  private List<String> companions;

  RollbackEdit(RollbackState from) {
    this.from = from;
    this.owner = from.owner();
    this.restored = from.restored();
    this.verified = from.verified();
    this.closed = from.closed();
    this.companions = from.companions();
  }

  RollbackEdit owner(Owner found) {
    owner = Optional.of(found);
    return this;
  }

  RollbackEdit restored(Restored found) {
    restored = Optional.of(found);
    return this;
  }

  RollbackEdit verified(Verified found) {
    verified = Optional.of(found);
    return this;
  }

  RollbackEdit closed(Closed found) {
    closed = Optional.of(found);
    return this;
  }

  RollbackEdit companions(List<String> names) {
    companions = names;
    return this;
  }

  RollbackState build() {
    return new RollbackState(
        from.environment(),
        from.function(),
        from.alias(),
        from.rolloutId(),
        from.trigger(),
        owner,
        restored,
        verified,
        from.health(),
        closed,
        from.error(),
        from.parent(),
        companions);
  }
}
