/** The canary judge: counts in, a verdict with its evidence out. */
@NullMarked
package ai.myrecruiter.picasso.workflows.judge;

import org.jspecify.annotations.NullMarked;
