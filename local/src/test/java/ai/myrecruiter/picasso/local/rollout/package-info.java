@NullMarked
package ai.myrecruiter.picasso.local.rollout;

import org.jspecify.annotations.NullMarked;
