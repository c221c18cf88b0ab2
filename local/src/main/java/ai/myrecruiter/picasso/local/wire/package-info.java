/**
 * HTTP/1.1 down to its bytes, for doubles of services whose protocol the JDK's server hides:
 * trailers, chunks as they arrive, connections that are cut.
 */
@NullMarked
package ai.myrecruiter.picasso.local.wire;

import org.jspecify.annotations.NullMarked;
