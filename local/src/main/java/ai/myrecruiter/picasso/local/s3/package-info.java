/** S3 of the stage: buckets that deployments upload templates and code to. */
@NullMarked
package ai.myrecruiter.picasso.local.s3;

import org.jspecify.annotations.NullMarked;
