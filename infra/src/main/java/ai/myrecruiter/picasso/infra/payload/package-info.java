/** The managed payload: function, version, alias {@code live}, Function URL and alarms. */
@NullMarked
package ai.myrecruiter.picasso.infra.payload;

import org.jspecify.annotations.NullMarked;
