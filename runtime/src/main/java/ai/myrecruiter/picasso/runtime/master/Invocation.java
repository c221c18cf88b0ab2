package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Telemetry;

/**
 * What an endpoint may tell the outside while it answers.
 *
 * @param measures published when the request is answered
 */
record Invocation(Telemetry telemetry, Measures measures) {
  String version() {
    return telemetry.origin().version();
  }
}
