package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The record of a teardown. It is kept in a file: the environment's tables go with it.
 *
 * @param environment what is torn down
 * @param id of it, and in the token of its events
 * @param startedBy who asked
 * @param caller ARN of whoever called
 * @param startedAt when
 * @param stays what is left in the account
 * @param stacks what became of each stack, in the order of their deletion
 * @param endedAt when all were gone; absent before
 */
record Teardown(
    Environment environment,
    RolloutId id,
    String startedBy,
    String caller,
    Instant startedAt,
    List<String> stays,
    List<DeletedStack> stacks,
    Optional<Instant> endedAt) {
  /** What the names of such records begin with. */
  static final String PREFIX = "teardown-";

  /** Copies the lists. */
  Teardown {
    stays = List.copyOf(stays);
    stacks = List.copyOf(stacks);
  }

  /**
   * A stack of it.
   *
   * @param stack its name
   * @param status that it had last
   * @param events what happened
   */
  record DeletedStack(String stack, String status, List<RecordedEvent> events) {
    /** Copies the events. */
    DeletedStack {
      events = List.copyOf(events);
    }
  }

  String file() {
    return PREFIX + id + ".json";
  }

  Teardown plus(DeletedStack stack) {
    var more = new ArrayList<>(stacks);
    more.add(stack);
    return new Teardown(environment, id, startedBy, caller, startedAt, stays, more, endedAt);
  }

  Teardown ended(Instant at) {
    return new Teardown(
        environment, id, startedBy, caller, startedAt, stays, stacks, Optional.of(at));
  }
}
