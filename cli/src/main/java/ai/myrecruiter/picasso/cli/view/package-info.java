/** What a rollout looks like to a person: a pure function from the record to lines. */
@NullMarked
package ai.myrecruiter.picasso.cli.view;

import org.jspecify.annotations.NullMarked;
