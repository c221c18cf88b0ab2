/** STS of the stage: who a caller is. */
@NullMarked
package ai.myrecruiter.picasso.local.sts;

import org.jspecify.annotations.NullMarked;
