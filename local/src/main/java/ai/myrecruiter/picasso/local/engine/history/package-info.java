/** What happened in an execution, event by event, as the service records it. */
@NullMarked
package ai.myrecruiter.picasso.local.engine.history;

import org.jspecify.annotations.NullMarked;
