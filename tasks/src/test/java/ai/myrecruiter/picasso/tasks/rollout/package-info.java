@NullMarked
package ai.myrecruiter.picasso.tasks.rollout;

import org.jspecify.annotations.NullMarked;
