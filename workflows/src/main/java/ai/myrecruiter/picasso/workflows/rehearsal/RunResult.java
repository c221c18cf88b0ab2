package ai.myrecruiter.picasso.workflows.rehearsal;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one run.
 *
 * @param rolledBack whether the old version has everything again
 * @param place the stage or step at which it was caught; empty when it was not
 * @param decidedBy what caught it; empty when nothing did
 * @param toStable from the moment the new version became bad, or from the first shift if it never
 *     did, until the old version had everything again; empty when it was not rolled back
 * @param badRequests failed requests that the old version would not have failed, up to the horizon
 */
public record RunResult(
    boolean rolledBack,
    Optional<String> place,
    Optional<String> decidedBy,
    Optional<Duration> toStable,
    long badRequests) {}
