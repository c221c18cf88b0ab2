/** The rollout plan: its parts, its rules, and the reader that reports every finding at once. */
@NullMarked
package ai.myrecruiter.picasso.workflows.plan;

import org.jspecify.annotations.NullMarked;
