/**
 * What every Lambda handler of the product is made of: its ports, its input and output, its errors.
 */
@NullMarked
package ai.myrecruiter.picasso.tasks;

import org.jspecify.annotations.NullMarked;
