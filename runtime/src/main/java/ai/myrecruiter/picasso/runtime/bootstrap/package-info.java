/**
 * A Lambda runtime loop that streams: what the managed Java runtime does, and the response in
 * chunks. Needs nothing but the JDK.
 *
 * <p>Source of the protocol: AWS Lambda Developer Guide, "Runtime API" and "Custom runtimes with
 * response streaming".
 */
@NullMarked
package ai.myrecruiter.picasso.runtime.bootstrap;

import org.jspecify.annotations.NullMarked;
