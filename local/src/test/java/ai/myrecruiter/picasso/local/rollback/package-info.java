@NullMarked
package ai.myrecruiter.picasso.local.rollback;

import org.jspecify.annotations.NullMarked;
