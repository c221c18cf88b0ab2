/** What it costs to rehearse a rollout on the stage. */
@NullMarked
package ai.myrecruiter.picasso.bench.rehearsal;

import org.jspecify.annotations.NullMarked;
