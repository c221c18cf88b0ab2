/**
 * Snapshot hooks for {@code org.crac}, as Lambda's own runtime offers them: {@code org.crac.Core}
 * finds these classes by the system property {@code org.crac.Core.Compat} and their names.
 */
@NullMarked
package ai.myrecruiter.picasso.runtime.crac;

import org.jspecify.annotations.NullMarked;
