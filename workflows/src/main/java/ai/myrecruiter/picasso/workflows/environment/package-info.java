/** What an environment is configured with: one document each, validated before anything is made. */
@NullMarked
package ai.myrecruiter.picasso.workflows.environment;

import org.jspecify.annotations.NullMarked;
