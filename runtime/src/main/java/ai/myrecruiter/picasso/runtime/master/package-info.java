/** The master function: tokens, the chat that does not stream, configuration, erasure, health. */
@NullMarked
package ai.myrecruiter.picasso.runtime.master;

import org.jspecify.annotations.NullMarked;
