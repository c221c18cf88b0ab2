/** Runs one execution: a sequence of small steps on the event loop. */
@NullMarked
package ai.myrecruiter.picasso.local.engine.run;

import org.jspecify.annotations.NullMarked;
