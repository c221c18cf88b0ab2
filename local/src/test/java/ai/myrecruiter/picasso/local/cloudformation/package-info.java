/** Templates of a few lines, and what the stage makes of them. */
@NullMarked
package ai.myrecruiter.picasso.local.cloudformation;

import org.jspecify.annotations.NullMarked;
