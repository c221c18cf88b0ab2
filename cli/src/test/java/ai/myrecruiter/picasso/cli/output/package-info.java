/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.output;

import org.jspecify.annotations.NullMarked;
