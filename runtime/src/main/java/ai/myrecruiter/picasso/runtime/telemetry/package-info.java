/**
 * What may be known of a request outside it: log lines and metrics. Neither takes a text, so
 * nothing that a patient wrote can get into them.
 */
@NullMarked
package ai.myrecruiter.picasso.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
