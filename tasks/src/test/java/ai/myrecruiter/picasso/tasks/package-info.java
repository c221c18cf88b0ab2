@NullMarked
package ai.myrecruiter.picasso.tasks;

import org.jspecify.annotations.NullMarked;
