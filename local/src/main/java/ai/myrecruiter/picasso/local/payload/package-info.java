/**
 * What the stage gives the payload: its environment, first keys and tenants, and in virtual time a
 * model.
 */
@NullMarked
package ai.myrecruiter.picasso.local.payload;

import org.jspecify.annotations.NullMarked;
