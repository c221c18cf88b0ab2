@NullMarked
package ai.myrecruiter.picasso.local.s3;

import org.jspecify.annotations.NullMarked;
