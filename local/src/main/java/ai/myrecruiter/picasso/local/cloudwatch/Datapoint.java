package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * One period as an alarm sees it.
 *
 * @param value empty when the period has no data
 */
record Datapoint(Instant period, OptionalDouble value) {}
