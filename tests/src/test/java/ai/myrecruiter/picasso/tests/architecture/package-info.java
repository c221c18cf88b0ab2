/** The arrows between modules, and what no module may do. */
@NullMarked
package ai.myrecruiter.picasso.tests.architecture;

import org.jspecify.annotations.NullMarked;
