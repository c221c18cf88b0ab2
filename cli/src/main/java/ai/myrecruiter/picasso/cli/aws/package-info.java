/** The account, region and environment that a command works on. */
@NullMarked
package ai.myrecruiter.picasso.cli.aws;

import org.jspecify.annotations.NullMarked;
