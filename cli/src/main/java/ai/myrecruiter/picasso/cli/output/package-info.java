/** How commands print: tables, JSON, colours, terminals. */
@NullMarked
package ai.myrecruiter.picasso.cli.output;

import org.jspecify.annotations.NullMarked;
