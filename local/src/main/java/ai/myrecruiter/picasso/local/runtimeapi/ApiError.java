package ai.myrecruiter.picasso.local.runtimeapi;

/** A refusal of the Runtime API, with status and type as the service answers. */
final class ApiError extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String type;

  private ApiError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static ApiError badRequest(String type, String message) {
    return new ApiError(400, type, message);
  }

  static ApiError state(String message) {
    return new ApiError(403, "InvalidStateTransition", message);
  }

  static ApiError notFound() {
    return new ApiError(404, "NotFound", "no such path");
  }

  static ApiError tooLarge(int limit) {
    return new ApiError(
        413,
        "Function.ResponseSizeTooLarge",
        "Exceeded maximum allowed payload size (%d bytes).".formatted(limit));
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }
}
