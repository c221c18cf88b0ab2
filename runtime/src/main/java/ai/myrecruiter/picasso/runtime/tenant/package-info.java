/** Which tenant a request belongs to, as the server sees it. */
@NullMarked
package ai.myrecruiter.picasso.runtime.tenant;

import org.jspecify.annotations.NullMarked;
