/** The master function: health and the chat that does not stream. */
@NullMarked
package ai.myrecruiter.picasso.runtime.master;

import org.jspecify.annotations.NullMarked;
