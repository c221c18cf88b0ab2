/** Every task of rollout and rollback made to fail in every way. */
@NullMarked
package ai.myrecruiter.picasso.tests.fault;

import org.jspecify.annotations.NullMarked;
