/** Changes of a CloudFormation stack within a rollout, a task for each step. */
@NullMarked
package ai.myrecruiter.picasso.tasks.deployment;

import org.jspecify.annotations.NullMarked;
