/** The checks of the state machine health-validation. */
@NullMarked
package ai.myrecruiter.picasso.tasks.health;

import org.jspecify.annotations.NullMarked;
