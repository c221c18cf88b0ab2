/** The CDK app: what AWS gets, and what the local stage is provisioned from. */
@NullMarked
package ai.myrecruiter.picasso.infra;

import org.jspecify.annotations.NullMarked;
