/** What a look of the canary judge costs. */
@NullMarked
package ai.myrecruiter.picasso.bench.judge;

import org.jspecify.annotations.NullMarked;
