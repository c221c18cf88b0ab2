/**
 * The life of one rollout: its record, its transition table, its approvals and its memory on the
 * alias.
 */
@NullMarked
package ai.myrecruiter.picasso.workflows.rollout;

import org.jspecify.annotations.NullMarked;
