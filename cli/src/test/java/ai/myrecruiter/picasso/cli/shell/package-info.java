/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.shell;

import org.jspecify.annotations.NullMarked;
