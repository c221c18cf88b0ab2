/** What outlives every deployment: tables, keys and secrets. */
@NullMarked
package ai.myrecruiter.picasso.infra.data;

import org.jspecify.annotations.NullMarked;
