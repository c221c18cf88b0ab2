package ai.myrecruiter.picasso.workflows.plan;

import java.time.Duration;

/**
 * How long something is watched and what happens when that decides nothing: the part of the plan
 * that a stage and the holdback bake have in common.
 *
 * @param name the stage's name, or {@code bake}
 * @param duration the shortest time of watching
 * @param maxDuration the longest, at least {@code duration}
 * @param look interval of looks
 * @param onInconclusive what follows when the longest time decides nothing
 */
public record Watch(
    String name,
    Duration duration,
    Duration maxDuration,
    Duration look,
    OnInconclusive onInconclusive) {}
