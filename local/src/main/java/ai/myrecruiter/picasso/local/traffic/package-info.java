/** Synthetic and real requests to the payload. */
@NullMarked
package ai.myrecruiter.picasso.local.traffic;

import org.jspecify.annotations.NullMarked;
