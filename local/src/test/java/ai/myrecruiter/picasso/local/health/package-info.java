@NullMarked
package ai.myrecruiter.picasso.local.health;

import org.jspecify.annotations.NullMarked;
