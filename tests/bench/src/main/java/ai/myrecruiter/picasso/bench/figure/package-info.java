/** Figures of what was timed. */
@NullMarked
package ai.myrecruiter.picasso.bench.figure;

import org.jspecify.annotations.NullMarked;
