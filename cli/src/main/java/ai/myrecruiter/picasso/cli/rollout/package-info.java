/** Commands about rollouts: start, status, list, watch, approve, abort. */
@NullMarked
package ai.myrecruiter.picasso.cli.rollout;

import org.jspecify.annotations.NullMarked;
