/** Topics that remember what was published. */
@NullMarked
package ai.myrecruiter.picasso.local.sns;

import org.jspecify.annotations.NullMarked;
