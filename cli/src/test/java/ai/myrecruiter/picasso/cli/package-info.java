/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli;

import org.jspecify.annotations.NullMarked;
