/** Step Functions as the AWS SDK sees it: an in-process client and the same calls over HTTP. */
@NullMarked
package ai.myrecruiter.picasso.local.sfn;

import org.jspecify.annotations.NullMarked;
