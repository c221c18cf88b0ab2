/** Alarms, what they sum up to, whom they tell, and a dashboard. */
@NullMarked
package ai.myrecruiter.picasso.infra.observability;

import org.jspecify.annotations.NullMarked;
