/** Tests of what the package deploys. */
@NullMarked
package ai.myrecruiter.picasso.infra.data;

import org.jspecify.annotations.NullMarked;
