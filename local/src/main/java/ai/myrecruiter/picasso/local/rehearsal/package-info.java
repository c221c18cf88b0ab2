/** Rollouts on the virtual clock under modelled traffic and faults, many at a time. */
@NullMarked
package ai.myrecruiter.picasso.local.rehearsal;

import org.jspecify.annotations.NullMarked;
