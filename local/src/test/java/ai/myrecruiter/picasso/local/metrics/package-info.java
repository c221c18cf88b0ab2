@NullMarked
package ai.myrecruiter.picasso.local.metrics;

import org.jspecify.annotations.NullMarked;
