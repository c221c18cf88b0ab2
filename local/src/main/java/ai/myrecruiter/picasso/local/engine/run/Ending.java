package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import java.util.Optional;

/** How an execution ended. */
public sealed interface Ending {
  /** The last event of the history. */
  EventDetails event();

  /** Well. */
  record Succeeded(String output) implements Ending {
    @Override
    public EventDetails event() {
      return new EventDetails.ExecutionSucceeded(output);
    }
  }

  /** With an error that nothing caught. */
  record Failed(Optional<String> error, Optional<String> cause) implements Ending {
    @Override
    public EventDetails event() {
      return new EventDetails.ExecutionFailed(error, cause);
    }
  }

  /** Because somebody stopped it. */
  record Aborted(Optional<String> error, Optional<String> cause) implements Ending {
    @Override
    public EventDetails event() {
      return new EventDetails.ExecutionAborted(error, cause);
    }
  }

  /** Because it took longer than its machine allows. */
  record TimedOut() implements Ending {
    @Override
    public EventDetails event() {
      return new EventDetails.ExecutionTimedOut(Optional.of("States.Timeout"), Optional.empty());
    }
  }
}
