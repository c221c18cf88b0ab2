/** Tests. */
@NullMarked
package ai.myrecruiter.picasso.cli.view;

import org.jspecify.annotations.NullMarked;
