/** What a rehearsal is about: traffic, faults and what many runs of a plan say. */
@NullMarked
package ai.myrecruiter.picasso.workflows.rehearsal;

import org.jspecify.annotations.NullMarked;
