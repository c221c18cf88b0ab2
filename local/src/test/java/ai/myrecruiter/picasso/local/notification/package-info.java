@NullMarked
package ai.myrecruiter.picasso.local.notification;

import org.jspecify.annotations.NullMarked;
