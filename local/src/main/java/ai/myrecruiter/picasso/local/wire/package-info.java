/**
 * Services of the stage over HTTP on the loopback interface: what the protocols of AWS have in
 * common, and HTTP/1.1 down to its bytes for what the JDK's server hides.
 */
@NullMarked
package ai.myrecruiter.picasso.local.wire;

import org.jspecify.annotations.NullMarked;
