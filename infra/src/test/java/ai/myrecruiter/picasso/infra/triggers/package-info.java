/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.triggers;

import org.jspecify.annotations.NullMarked;
