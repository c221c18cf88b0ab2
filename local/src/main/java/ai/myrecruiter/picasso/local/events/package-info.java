/**
 * EventBridge of the stage: one bus with rules, patterns, schedules, input transformers and
 * targets.
 */
@NullMarked
package ai.myrecruiter.picasso.local.events;

import org.jspecify.annotations.NullMarked;
