package ai.myrecruiter.picasso.local.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came in.
 *
 * @param method in capitals
 * @param path still encoded, from the first slash
 * @param query decoded; of a parameter that is given twice, the first
 * @param headers by their name in lower case, the first value of each
 * @param body as far as the server takes it
 */
@SuppressWarnings("ArrayRecordComponent") // read by the one service that the call is for
public record WireCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {
  static final String REQUEST_ID = "x-amzn-requestid";

  /** Key, day, region, service: the scope of a signature of version 4. */
  private static final Pattern SCOPE =
      Pattern.compile("Credential=([^/,]+)/[0-9]{8}/[^/,]*/([^/,]+)/aws4_request");

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The number that the server gave the request, which its answer repeats. */
  Optional<String> requestId() {
    return header(REQUEST_ID);
  }

  /** The access key that the call is signed with. */
  public Optional<String> accessKey() {
    return scope(1);
  }

  /** The service that the call is signed for, such as {@code states}. */
  Optional<String> signedService() {
    return scope(2);
  }

  private Optional<String> scope(int part) {
    return header("authorization")
        .map(SCOPE::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(part));
  }

  /** The parts of the path, decoded, empty ones left out. */
  public List<String> segments() {
    return Encoded.segments(path);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
