/** Secrets Manager of the stage: in process for the stage, over loopback for payload code. */
@NullMarked
package ai.myrecruiter.picasso.local.secrets;

import org.jspecify.annotations.NullMarked;
