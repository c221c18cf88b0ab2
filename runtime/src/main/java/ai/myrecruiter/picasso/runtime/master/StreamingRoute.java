package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where answers are streamed.
 *
 * @param url of the streaming function; empty while there is none, so that nobody streams
 */
record StreamingRoute(String url) {
  /** Whether a session of a tenant streams, and where. */
  ObjectNode json(Tenant tenant, String session) {
    boolean on = !url.isEmpty() && tenant.streaming().isOn(session);
    var json = Reply.object().put("enabled", on);
    return on ? json.put("url", url) : json;
  }
}
