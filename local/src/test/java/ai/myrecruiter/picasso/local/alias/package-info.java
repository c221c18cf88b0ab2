@NullMarked
package ai.myrecruiter.picasso.local.alias;

import org.jspecify.annotations.NullMarked;
