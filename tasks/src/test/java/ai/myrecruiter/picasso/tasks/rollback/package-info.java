@NullMarked
package ai.myrecruiter.picasso.tasks.rollback;

import org.jspecify.annotations.NullMarked;
