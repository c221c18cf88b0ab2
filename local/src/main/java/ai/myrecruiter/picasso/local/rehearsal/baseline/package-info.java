/** Models of how other products release, under the same traffic and faults. */
@NullMarked
package ai.myrecruiter.picasso.local.rehearsal.baseline;

import org.jspecify.annotations.NullMarked;
