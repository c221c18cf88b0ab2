/** The command that rehearses a plan, and its report. */
@NullMarked
package ai.myrecruiter.picasso.cli.rehearse;

import org.jspecify.annotations.NullMarked;
