package ai.myrecruiter.picasso.local.functionurl;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Function URL answers to browsers of other origins; the function itself never does.
 *
 * @param origins exact origins, or {@code *}
 * @param methods such as {@code POST}, or {@code *}
 * @param headers request headers a page may set
 * @param exposed response headers a page may read
 * @param maxAgeSeconds how long a browser may keep the answer
 */
public record Cors(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    int maxAgeSeconds) {
  /** No page of another origin is served. */
  public static final Cors NONE = new Cors(List.of(), List.of(), List.of(), List.of(), 0);

  /** Copies the lists. */
  public Cors {
    origins = List.copyOf(origins);
    methods = List.copyOf(methods);
    headers = List.copyOf(headers);
    exposed = List.copyOf(exposed);
  }

  /** The same for one more origin. */
  public Cors allowing(String origin) {
    var more = new ArrayList<>(origins);
    more.add(origin);
    return new Cors(more, methods, headers, exposed, maxAgeSeconds);
  }

  private Optional<String> allowed(Headers request) {
    return Optional.ofNullable(request.getFirst("Origin"))
        .filter(origin -> origins.contains("*") || origins.contains(origin));
  }

  /** Adds what a browser needs to show the answer to its page. */
  void answer(Headers request, Headers response) {
    allowed(request)
        .ifPresent(origin -> {
          response.set("Access-Control-Allow-Origin", origin);
          response.set("Vary", "Origin");
          if (!exposed.isEmpty()) {
            response.set("Access-Control-Expose-Headers", String.join(",", exposed));
          }
        });
  }

  /** Adds the answer to a preflight request. */
  void preflight(Headers request, Headers response) {
    answer(request, response);
    if (allowed(request).isPresent()) {
      response.set("Access-Control-Allow-Methods", String.join(",", methods));
      response.set("Access-Control-Allow-Headers", String.join(",", headers));
      response.set("Access-Control-Max-Age", Integer.toString(maxAgeSeconds));
    }
  }

  /** Whether a request only asks what is allowed, and the URL and not the function answers it. */
  boolean isPreflight(String method, Headers request) {
    return !origins.isEmpty()
        && method.equals("OPTIONS")
        && request.containsKey("Access-Control-Request-Method");
  }
}
