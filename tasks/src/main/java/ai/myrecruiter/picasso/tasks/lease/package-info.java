/** The lease of an environment, in DynamoDB. */
@NullMarked
package ai.myrecruiter.picasso.tasks.lease;

import org.jspecify.annotations.NullMarked;
