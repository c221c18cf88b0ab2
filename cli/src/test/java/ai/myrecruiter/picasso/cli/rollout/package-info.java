/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.rollout;

import org.jspecify.annotations.NullMarked;
