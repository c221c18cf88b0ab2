/**
 * What every in-process SDK client of the stage shares: names, errors and the refusal of calls that
 * are not there.
 */
@NullMarked
package ai.myrecruiter.picasso.local.sdk;

import org.jspecify.annotations.NullMarked;
