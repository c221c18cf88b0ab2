package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.rollout.ExecutionEnd;
import ai.myrecruiter.picasso.local.traffic.Served;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;

/**
 * What was seen when a scenario was over.
 *
 * @param rollout the record
 * @param execution how the rollout's execution ended
 * @param alias where the alias sends its traffic
 * @param served what the clients got of the new version
 * @param attempts what CloudWatch counted of attempts to reach another tenant's data
 */
record Observation(
    Rollout rollout,
    ExecutionEnd execution,
    AliasWeights alias,
    Served served,
    CrossTenantAttempts attempts) {}
