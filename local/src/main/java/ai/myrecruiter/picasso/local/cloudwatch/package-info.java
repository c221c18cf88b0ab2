/**
 * CloudWatch of the stage: metrics with dimensions, queries, metric math and alarms on the event
 * loop.
 */
@NullMarked
package ai.myrecruiter.picasso.local.cloudwatch;

import org.jspecify.annotations.NullMarked;
