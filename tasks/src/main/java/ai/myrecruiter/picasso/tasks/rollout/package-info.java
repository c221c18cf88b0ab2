/** The tasks of the state machine rollout. */
@NullMarked
package ai.myrecruiter.picasso.tasks.rollout;

import org.jspecify.annotations.NullMarked;
