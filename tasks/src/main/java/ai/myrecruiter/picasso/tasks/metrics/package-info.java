/** What both versions did, as CloudWatch counted it. */
@NullMarked
package ai.myrecruiter.picasso.tasks.metrics;

import org.jspecify.annotations.NullMarked;
