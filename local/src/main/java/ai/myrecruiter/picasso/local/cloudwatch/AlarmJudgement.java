package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * What an evaluation finds.
 *
 * @param state empty when the alarm keeps the state it has
 * @param evaluated the datapoints with data that counted, newest first
 * @param breaching how many of them breach
 * @param unknown how many periods without data counted
 */
record AlarmJudgement(
    Optional<StateValue> state, List<Datapoint> evaluated, int breaching, int unknown) {}
