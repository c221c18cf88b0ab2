package ai.myrecruiter.picasso.local.bedrock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the endpoint does with one call. */
public sealed interface ModelAnswer {
  /** Refuses by HTTP status, with the service's error type. */
  record Refused(int status, String type) implements ModelAnswer {}

  /** Answers step by step; a response that no step ends is ended at the end. */
  record Streamed(List<StreamStep> steps) implements ModelAnswer {
    /** Copies the steps. */
    public Streamed {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A whole answer at a steady pace.
   *
   * @param tokens parts of the answer
   * @param first before the first token
   * @param pace between tokens
   */
  static Streamed whole(List<String> tokens, Duration first, Duration pace) {
    var steps = new ArrayList<StreamStep>();
    steps.add(new StreamStep.Send(Frames.messageStart()));
    pause(steps, first);
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0) {
        pause(steps, pace);
      }
      steps.add(new StreamStep.Send(Frames.text(tokens.get(i))));
    }
    steps.add(new StreamStep.Send(Frames.contentBlockStop()));
    steps.add(new StreamStep.Send(Frames.messageStop("end_turn")));
    steps.add(new StreamStep.Send(Frames.metadata(12, tokens.size())));
    return new Streamed(steps);
  }

  private static void pause(List<StreamStep> steps, Duration time) {
    if (time.isPositive()) {
      steps.add(new StreamStep.Pause(time));
    }
  }
}
