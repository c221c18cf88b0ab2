/** The demonstration: three releases on the local stage, and what became of them. */
@NullMarked
package ai.myrecruiter.picasso.cli.demo;

import org.jspecify.annotations.NullMarked;
