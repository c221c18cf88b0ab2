/** Takes what identifies a person out of texts before they are kept. */
@NullMarked
package ai.myrecruiter.picasso.runtime.redaction;

import org.jspecify.annotations.NullMarked;
