/** What starts machines with nobody awake. */
@NullMarked
package ai.myrecruiter.picasso.infra.triggers;

import org.jspecify.annotations.NullMarked;
