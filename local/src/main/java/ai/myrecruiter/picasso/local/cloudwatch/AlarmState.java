package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Instant;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * The state of an alarm and why it has it.
 *
 * @param reasonData the datapoints behind it as JSON, empty when there are none
 */
record AlarmState(StateValue value, String reason, String reasonData, Instant since) {}
