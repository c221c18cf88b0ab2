package ai.myrecruiter.picasso.local.engine.asl;

import java.util.Optional;

/**
 * Has something done.
 *
 * @param timeout of each attempt, or nothing for the service's own limit
 * @param heartbeat the longest time between two signs of life of a task that waits for its token
 * @param next nothing when it ends its machine
 */
public record TaskState(
    String name,
    InputOutput io,
    Resource resource,
    Work work,
    Optional<Seconds> timeout,
    Optional<Seconds> heartbeat,
    Recovery recovery,
    Optional<String> next)
    implements State {
  @Override
  public String type() {
    return "Task";
  }
}
