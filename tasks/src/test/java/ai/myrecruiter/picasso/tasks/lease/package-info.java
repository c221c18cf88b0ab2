@NullMarked
package ai.myrecruiter.picasso.tasks.lease;

import org.jspecify.annotations.NullMarked;
