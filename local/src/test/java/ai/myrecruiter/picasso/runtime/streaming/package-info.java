/** The streaming function against real protocols on both sides. */
@NullMarked
package ai.myrecruiter.picasso.runtime.streaming;

import org.jspecify.annotations.NullMarked;
