/** Telling people what happened. */
@NullMarked
package ai.myrecruiter.picasso.tasks.notification;

import org.jspecify.annotations.NullMarked;
