/** Function URLs over HTTP on loopback. */
@NullMarked
package ai.myrecruiter.picasso.local.functionurl;

import org.jspecify.annotations.NullMarked;
