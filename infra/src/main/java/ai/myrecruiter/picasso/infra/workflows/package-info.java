/** What deploys, watches and rolls back the payload: state machines, their tasks and triggers. */
@NullMarked
package ai.myrecruiter.picasso.infra.workflows;

import org.jspecify.annotations.NullMarked;
