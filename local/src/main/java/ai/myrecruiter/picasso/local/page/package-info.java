/** The chat page of the payload, served on loopback as a content network serves it in production. */
@NullMarked
package ai.myrecruiter.picasso.local.page;

import org.jspecify.annotations.NullMarked;
