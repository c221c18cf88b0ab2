package ai.myrecruiter.picasso.local.runtimeapi;

import ai.myrecruiter.picasso.local.wire.WireRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads responses and errors of invocations, and passes them on while they come. */
final class Responses {
  private static final String ERROR_TYPE = "lambda-runtime-function-error-type";
  private static final String ERROR_BODY = "lambda-runtime-function-error-body";
  private final Session session;
  private final ResponseLimits limits;

  Responses(Session session, ResponseLimits limits) {
    this.session = session;
    this.limits = limits;
  }

  void error(String requestId, WireRequest request) throws ApiError, IOException {
    var failure = failure(request);
    session.fail(requestId, failure).sink().fail(failure);
  }

  static FunctionFailure failure(WireRequest request) throws IOException {
    return new FunctionFailure(
        request.header(ERROR_TYPE).orElse("Unknown"),
        new String(request.body().all(), StandardCharsets.UTF_8));
  }

  void response(String requestId, WireRequest request) throws ApiError, IOException {
    boolean streams = streams(request);
    var offer = session.respond(requestId);
    var contentType = request.header("content-type").orElse("");
    Optional<FunctionFailure> failure = Optional.of(new FunctionFailure("Runtime.Truncated", ""));
    try {
      failure =
          streams
              ? streamed(request, offer.sink(), contentType)
              : buffered(request, offer.sink(), contentType);
    } finally {
      session.responded(failure);
      tell(offer.sink(), failure);
    }
  }

  private static void tell(ResponseSink sink, Optional<FunctionFailure> failure)
      throws IOException {
    if (failure.isPresent()) {
      sink.fail(failure.get());
    } else {
      sink.end();
    }
  }

  private static boolean streams(WireRequest request) throws ApiError {
    var mode = request.header("lambda-runtime-function-response-mode");
    if (mode.isPresent() && !mode.get().equals("streaming")) {
      throw ApiError.badRequest(
          "InvalidFunctionResponseMode", "the response mode is not exactly 'streaming'");
    }
    if (mode.isPresent() && !request.body().isChunked()) {
      throw ApiError.badRequest("InvalidRequest", "a streamed response is not in chunks");
    }
    return mode.isPresent();
  }

  private Optional<FunctionFailure> buffered(
      WireRequest request, ResponseSink sink, String contentType) throws ApiError, IOException {
    var body = request.body().all();
    if (body.length > limits.buffered()) {
      throw ApiError.tooLarge(limits.buffered());
    }
    sink.begin(contentType);
    sink.bytes(body);
    return Optional.empty();
  }

  private Optional<FunctionFailure> streamed(
      WireRequest request, ResponseSink sink, String contentType) throws ApiError, IOException {
    sink.begin(contentType);
    long size = 0;
    for (var part = request.body().next(); part.isPresent(); part = request.body().next()) {
      size += part.get().length;
      if (size > limits.streamed()) {
        throw ApiError.tooLarge(limits.streamed());
      }
      sink.bytes(part.get());
    }
    return trailed(request.body().trailers());
  }

  private static Optional<FunctionFailure> trailed(Map<String, String> trailers) {
    return Optional.ofNullable(trailers.get(ERROR_TYPE))
        .map(type ->
            new FunctionFailure(
                type,
                new String(
                    Base64.getDecoder().decode(trailers.getOrDefault(ERROR_BODY, "")),
                    StandardCharsets.UTF_8)));
  }
}
