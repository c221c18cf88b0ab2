/**
 * The domain's shared words: environments, versions, verdicts, findings and the root of all errors.
 */
@NullMarked
package ai.myrecruiter.picasso.workflows;

import org.jspecify.annotations.NullMarked;
