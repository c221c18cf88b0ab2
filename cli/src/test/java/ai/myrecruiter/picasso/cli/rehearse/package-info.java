/** Tests of the rehearsal command. */
@NullMarked
package ai.myrecruiter.picasso.cli.rehearse;

import org.jspecify.annotations.NullMarked;
