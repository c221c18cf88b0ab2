/** What differs between environments, and the names that follow from the environment. */
@NullMarked
package ai.myrecruiter.picasso.infra.environment;

import org.jspecify.annotations.NullMarked;
