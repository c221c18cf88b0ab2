package ai.myrecruiter.picasso.local.engine.run;

import java.time.Instant;

/**
 * Who an execution is, as its context object shows.
 *
 * @param machineArn of the state machine
 * @param machineName of the state machine
 * @param roleArn as which the machine runs
 * @param arn of the execution
 * @param name of the execution
 * @param startTime of the execution
 */
public record Identity(
    String machineArn,
    String machineName,
    String roleArn,
    String arn,
    String name,
    Instant startTime) {}
