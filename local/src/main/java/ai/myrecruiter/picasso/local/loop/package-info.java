/** One thread on which everything of the stage happens, on a real or a virtual clock. */
@NullMarked
package ai.myrecruiter.picasso.local.loop;

import org.jspecify.annotations.NullMarked;
