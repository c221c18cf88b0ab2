/**
 * How a document of the domain becomes JSON and back: one form, the same bytes for the same value.
 */
@NullMarked
package ai.myrecruiter.picasso.workflows.contract;

import org.jspecify.annotations.NullMarked;
