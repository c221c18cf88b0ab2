/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.plan;

import org.jspecify.annotations.NullMarked;
