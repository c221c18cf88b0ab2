/** The streaming function: a verified question in, an answer as Server-Sent Events out. */
@NullMarked
package ai.myrecruiter.picasso.runtime.streaming;

import org.jspecify.annotations.NullMarked;
