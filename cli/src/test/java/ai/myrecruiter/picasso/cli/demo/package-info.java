/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.demo;

import org.jspecify.annotations.NullMarked;
