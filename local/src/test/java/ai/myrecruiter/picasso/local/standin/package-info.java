/** A small chat service without data or network: what tests of the stage's Lambda run. */
@NullMarked
package ai.myrecruiter.picasso.local.standin;

import org.jspecify.annotations.NullMarked;
