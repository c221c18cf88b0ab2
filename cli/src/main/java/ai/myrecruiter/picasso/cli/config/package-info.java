/** What an environment is configured with, and where each value comes from. */
@NullMarked
package ai.myrecruiter.picasso.cli.config;

import org.jspecify.annotations.NullMarked;
