@NullMarked
package ai.myrecruiter.picasso.tasks.health;

import org.jspecify.annotations.NullMarked;
