/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.artifact;

import org.jspecify.annotations.NullMarked;
