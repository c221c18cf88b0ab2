/** What is asked of a stack, which a rollout carries and a deployment does. */
@NullMarked
package ai.myrecruiter.picasso.workflows.stack;

import org.jspecify.annotations.NullMarked;
