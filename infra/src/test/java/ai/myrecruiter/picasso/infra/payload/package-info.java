/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.payload;

import org.jspecify.annotations.NullMarked;
