/** The loop against a Runtime API that is scripted byte by byte. */
@NullMarked
package ai.myrecruiter.picasso.runtime.bootstrap;

import org.jspecify.annotations.NullMarked;
