/**
 * Services of the stage over HTTP on the loopback interface: what the protocols of AWS have in
 * common.
 */
@NullMarked
package ai.myrecruiter.picasso.local.wire;

import org.jspecify.annotations.NullMarked;
