/** The stage as a whole: its services, wired to each other and provisioned from the template. */
@NullMarked
package ai.myrecruiter.picasso.local.stage;

import org.jspecify.annotations.NullMarked;
