package ai.myrecruiter.picasso.runtime.jwt;

/** What a token may be used for. Each purpose has a type, an audience and keys of its own. */
public enum Purpose {
  /** Streaming an answer through the Function URL. */
  STREAM("stream"),
  /** Managing a session: refresh, revoke, clear. */
  MANAGE("manage");

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  /** The purpose in configuration and metrics: {@code stream} or {@code manage}. */
  public String word() {
    return word;
  }

  /** The {@code typ} of its tokens, compared exactly. */
  public String typ() {
    return word + "+jwt";
  }

  /** The {@code aud} of its tokens, compared exactly. */
  public String audience() {
    return "picasso:" + word;
  }
}
