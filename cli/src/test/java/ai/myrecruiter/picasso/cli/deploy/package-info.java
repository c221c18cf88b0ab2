/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.deploy;

import org.jspecify.annotations.NullMarked;
