@NullMarked
package ai.myrecruiter.picasso.runtime.json;

import org.jspecify.annotations.NullMarked;
