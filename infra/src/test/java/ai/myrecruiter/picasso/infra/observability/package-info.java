/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.observability;

import org.jspecify.annotations.NullMarked;
