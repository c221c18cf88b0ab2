/** What an environment, a rollout and a purge audit cost: a template, prices and assumptions. */
@NullMarked
package ai.myrecruiter.picasso.workflows.cost;

import org.jspecify.annotations.NullMarked;
