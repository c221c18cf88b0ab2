/** One synth, and what its templates must say. */
@NullMarked
package ai.myrecruiter.picasso.infra;

import org.jspecify.annotations.NullMarked;
