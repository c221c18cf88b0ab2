/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.judge;

import org.jspecify.annotations.NullMarked;
