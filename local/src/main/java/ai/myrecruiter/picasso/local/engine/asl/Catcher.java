package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.ReferencePath;
import java.util.List;
import java.util.Optional;

/**
 * Where a state goes after an error that was not retried away.
 *
 * @param errors the names it is for
 * @param resultPath where the error goes in the raw input; nothing drops it
 * @param next the state to go to
 */
public record Catcher(List<String> errors, Optional<ReferencePath> resultPath, String next) {
  /** Keeps the names from change. */
  public Catcher {
    errors = List.copyOf(errors);
  }
}
