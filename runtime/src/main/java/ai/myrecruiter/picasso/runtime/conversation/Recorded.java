package ai.myrecruiter.picasso.runtime.conversation;

import ai.myrecruiter.picasso.runtime.redaction.RedactionFailed;
import java.util.Optional;

/**
 * What became of an exchange.
 *
 * @param again whether the same request had been recorded before, and nothing was written now
 * @param leftOut why its facts are not in the summary; empty when they are
 */
public record Recorded(boolean again, Optional<RedactionFailed.Reason> leftOut) {
  static final Recorded WITH_FACTS = new Recorded(false, Optional.empty());
  static final Recorded AGAIN = new Recorded(true, Optional.empty());

  static Recorded without(RedactionFailed.Reason reason) {
    return new Recorded(false, Optional.of(reason));
  }
}
