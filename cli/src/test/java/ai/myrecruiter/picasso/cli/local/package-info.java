/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.local;

import org.jspecify.annotations.NullMarked;
