/** What every command runs in: streams, settings, exit codes and the words for failures. */
@NullMarked
package ai.myrecruiter.picasso.cli.shell;

import org.jspecify.annotations.NullMarked;
