/** The weighted alias: compare-and-set, read back. */
@NullMarked
package ai.myrecruiter.picasso.tasks.alias;

import org.jspecify.annotations.NullMarked;
