package ai.myrecruiter.picasso.runtime.streaming;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the model is asked in one invocation, and the trace that the call belongs to. The trace goes
 * from hand to hand, not through the process: the next invocation has another.
 *
 * @param trace value of {@code X-Amzn-Trace-Id}, as the Runtime API gave it; one that could not be
 *     a header is left out
 */
record Asked(Prompt prompt, Optional<String> trace) {
  private static final Pattern TRACE = Pattern.compile("[\\w=;:.-]{1,512}");

  /** Leaves out what is no trace. */
  Asked {
    trace = trace.filter(value -> TRACE.matcher(value).matches());
  }
}
