package ai.myrecruiter.picasso.local.engine.asl;

import java.util.List;
import java.util.Optional;

/**
 * Runs machines side by side.
 *
 * @param branches in the order of their outputs
 * @param next nothing when it ends its machine
 */
public record ParallelState(
    String name,
    InputOutput io,
    List<Machine> branches,
    Work work,
    Recovery recovery,
    Optional<String> next)
    implements State {
  /** Keeps the branches from change. */
  public ParallelState {
    branches = List.copyOf(branches);
  }

  @Override
  public String type() {
    return "Parallel";
  }
}
