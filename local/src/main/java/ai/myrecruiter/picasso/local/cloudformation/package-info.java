/**
 * CloudFormation of the stage: reads the synthesized templates, the same that AWS gets, and makes
 * what they say out of the stage's services. What it cannot make it refuses before it makes
 * anything.
 */
@NullMarked
package ai.myrecruiter.picasso.local.cloudformation;

import org.jspecify.annotations.NullMarked;
