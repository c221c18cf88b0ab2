/** Whole rollouts on the virtual clock: given, when, then. */
@NullMarked
package ai.myrecruiter.picasso.tests.scenario;

import org.jspecify.annotations.NullMarked;
