package ai.myrecruiter.picasso.runtime.master;

import java.util.stream.Stream;

/** HTTP methods as the log names them. */
enum Method {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE,
  OPTIONS,
  /** Whatever else a client sent. */
  OTHER;

  static Method of(String text) {
    return Stream.of(values())
        .filter(method -> method != OTHER && method.name().equals(text))
        .findFirst()
        .orElse(OTHER);
  }
}
