/** One owner of an environment at a time: the lease and its fencing token. */
@NullMarked
package ai.myrecruiter.picasso.workflows.lease;

import org.jspecify.annotations.NullMarked;
