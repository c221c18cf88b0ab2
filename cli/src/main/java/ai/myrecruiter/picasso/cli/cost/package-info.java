/** The command about costs. */
@NullMarked
package ai.myrecruiter.picasso.cli.cost;

import org.jspecify.annotations.NullMarked;
