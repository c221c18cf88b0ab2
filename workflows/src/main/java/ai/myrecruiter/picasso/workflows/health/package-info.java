/** The verdict of a health validation. */
@NullMarked
package ai.myrecruiter.picasso.workflows.health;

import org.jspecify.annotations.NullMarked;
