/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.environment;

import org.jspecify.annotations.NullMarked;
