@NullMarked
package ai.myrecruiter.picasso.local.sts;

import org.jspecify.annotations.NullMarked;
