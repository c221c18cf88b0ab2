@NullMarked
package ai.myrecruiter.picasso.local.watchdog;

import org.jspecify.annotations.NullMarked;
