/** How the payload's code reaches AWS: by the function's environment, not by the process's. */
@NullMarked
package ai.myrecruiter.picasso.runtime.aws;

import org.jspecify.annotations.NullMarked;
