/** Shuts what may no longer be reached. */
@NullMarked
package ai.myrecruiter.picasso.tasks.containment;

import org.jspecify.annotations.NullMarked;
