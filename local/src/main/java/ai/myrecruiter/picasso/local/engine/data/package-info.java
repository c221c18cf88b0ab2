/** The data flow of a state: paths, templates, intrinsic functions and conditions. */
@NullMarked
package ai.myrecruiter.picasso.local.engine.data;

import org.jspecify.annotations.NullMarked;
