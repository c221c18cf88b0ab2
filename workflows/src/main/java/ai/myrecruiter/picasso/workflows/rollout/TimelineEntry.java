package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.contract.KeepsText;
import java.time.Instant;

/**
 * One line of a rollout's timeline.
 *
 * @param at when
 * @param kind what it is about
 * @param status the rollout's status then
 * @param sentence what happened, for a person; cut at 500 characters
 */
@KeepsText
public record TimelineEntry(Instant at, TimelineKind kind, RolloutStatus status, String sentence) {
  private static final int LONGEST = 500;

  /** Cuts the sentence. */
  public TimelineEntry {
    sentence = sentence.length() > LONGEST ? sentence.substring(0, LONGEST - 3) + "..." : sentence;
  }
}
