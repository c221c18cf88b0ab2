/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.workflows;

import org.jspecify.annotations.NullMarked;
