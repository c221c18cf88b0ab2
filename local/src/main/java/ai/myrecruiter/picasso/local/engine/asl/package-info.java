/** State machines as values that cannot be illegal, and the parser that refuses the others. */
@NullMarked
package ai.myrecruiter.picasso.local.engine.asl;

import org.jspecify.annotations.NullMarked;
