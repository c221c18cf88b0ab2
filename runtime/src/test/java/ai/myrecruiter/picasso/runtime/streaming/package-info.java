@NullMarked
package ai.myrecruiter.picasso.runtime.streaming;

import org.jspecify.annotations.NullMarked;
