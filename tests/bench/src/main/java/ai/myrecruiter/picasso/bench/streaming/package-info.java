/** What streaming costs: the relay beside a direct read of the same model, and cold starts. */
@NullMarked
package ai.myrecruiter.picasso.bench.streaming;

import org.jspecify.annotations.NullMarked;
