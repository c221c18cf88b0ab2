/**
 * Changes of an environment's CloudFormation stacks: what a change set would do, what of it is
 * risky, who approved it, and what became of it.
 */
@NullMarked
package ai.myrecruiter.picasso.workflows.deployment;

import org.jspecify.annotations.NullMarked;
