/** Amazon DynamoDB Local, embedded: the product's tables on the stage. */
@NullMarked
package ai.myrecruiter.picasso.local.dynamodb;

import org.jspecify.annotations.NullMarked;
