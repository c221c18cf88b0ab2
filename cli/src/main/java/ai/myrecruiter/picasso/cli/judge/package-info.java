/** Commands about the judge's decisions. */
@NullMarked
package ai.myrecruiter.picasso.cli.judge;

import org.jspecify.annotations.NullMarked;
