/** Runs state machines of the Amazon States Language as AWS Step Functions does. */
@NullMarked
package ai.myrecruiter.picasso.local.engine;

import org.jspecify.annotations.NullMarked;
