package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.asl.State;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One stay in a state, from its entering to its exit.
 *
 * @param branch in which it happens
 * @param state the state
 * @param input as it came in
 * @param entered the id of the event of entering
 * @param enteredTime when that was
 * @param last the id of the latest event of this stay, to which the next one refers
 * @param retries used up so far, by retrier
 */
record Visit(
    Branch branch,
    State state,
    JsonNode input,
    long entered,
    Instant enteredTime,
    long last,
    List<Long> retries) {
  Visit(Branch branch, State state, JsonNode input, long entered, Instant enteredTime) {
    this(branch, state, input, entered, enteredTime, entered, List.of());
  }

  /** The same stay after another event. */
  Visit at(long event) {
    return new Visit(branch, state, input, entered, enteredTime, event, retries);
  }

  /** How often a retrier has been used. */
  long retriesOf(int retrier) {
    return retrier < retries.size() ? retries.get(retrier) : 0;
  }

  /** How often the state has been tried again. */
  long retryCount() {
    return retries.stream().mapToLong(Long::longValue).sum();
  }

  /** The same stay with one more use of a retrier. */
  Visit retriedBy(int retrier) {
    var counts = new ArrayList<>(retries);
    counts.addAll(Collections.nCopies(Math.max(0, retrier + 1 - counts.size()), 0L));
    counts.set(retrier, counts.get(retrier) + 1);
    return new Visit(branch, state, input, entered, enteredTime, last, List.copyOf(counts));
  }
}
