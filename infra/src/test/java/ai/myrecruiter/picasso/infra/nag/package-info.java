/** What cdk-nag finds in the stacks, and why each finding that stays may stay. */
@NullMarked
package ai.myrecruiter.picasso.infra.nag;

import org.jspecify.annotations.NullMarked;
