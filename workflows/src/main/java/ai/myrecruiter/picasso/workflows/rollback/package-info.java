/** What starts a rollback and what it is told. */
@NullMarked
package ai.myrecruiter.picasso.workflows.rollback;

import org.jspecify.annotations.NullMarked;
