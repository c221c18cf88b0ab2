/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.audit;

import org.jspecify.annotations.NullMarked;
