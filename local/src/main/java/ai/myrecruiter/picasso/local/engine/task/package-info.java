/** What a Task state asks of the world, and the tokens by which the world answers later. */
@NullMarked
package ai.myrecruiter.picasso.local.engine.task;

import org.jspecify.annotations.NullMarked;
