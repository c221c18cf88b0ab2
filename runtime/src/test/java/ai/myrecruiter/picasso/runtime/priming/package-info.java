@NullMarked
package ai.myrecruiter.picasso.runtime.priming;

import org.jspecify.annotations.NullMarked;
