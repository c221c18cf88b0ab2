/** The dead man's switch. */
@NullMarked
package ai.myrecruiter.picasso.tasks.watchdog;

import org.jspecify.annotations.NullMarked;
