/** What the state machine engine does in a second, and what an execution weighs. */
@NullMarked
package ai.myrecruiter.picasso.bench.engine;

import org.jspecify.annotations.NullMarked;
