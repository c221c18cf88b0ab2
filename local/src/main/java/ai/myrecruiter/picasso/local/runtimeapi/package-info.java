/**
 * A Lambda Runtime API for one execution environment: its states, streamed responses with trailers,
 * its refusals, snapshots. Source: AWS Lambda Developer Guide, "Runtime API" and its OpenAPI file.
 */
@NullMarked
package ai.myrecruiter.picasso.local.runtimeapi;

import org.jspecify.annotations.NullMarked;
