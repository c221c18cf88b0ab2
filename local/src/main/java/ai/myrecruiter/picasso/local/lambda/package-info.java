/**
 * Lambda of the stage: functions, published versions, weighted aliases, invocations and injected
 * faults on the event loop.
 */
@NullMarked
package ai.myrecruiter.picasso.local.lambda;

import org.jspecify.annotations.NullMarked;
