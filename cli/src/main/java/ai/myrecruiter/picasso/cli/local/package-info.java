/** The local stage as a command that stays up. */
@NullMarked
package ai.myrecruiter.picasso.cli.local;

import org.jspecify.annotations.NullMarked;
