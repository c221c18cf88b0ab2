/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.aws;

import org.jspecify.annotations.NullMarked;
