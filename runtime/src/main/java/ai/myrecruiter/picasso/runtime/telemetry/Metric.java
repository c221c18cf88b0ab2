package ai.myrecruiter.picasso.runtime.telemetry;

/** Every metric of the payload, in namespace {@code Picasso/Chat}. */
public enum Metric {
  /** Requests answered, refused ones included. */
  REQUESTS("Requests", Unit.COUNT),
  /** Requests answered with 500 or above. */
  SERVER_ERRORS("ServerErrors", Unit.COUNT),
  /** Attempts to reach what belongs to another tenant. */
  CROSS_TENANT_ATTEMPTS("CrossTenantAttempts", Unit.COUNT),
  /** Answers to requests for which no token was accepted, of functions that need one. */
  JWT_BYPASSES("JwtBypasses", Unit.COUNT),
  /** From the request to the last byte of the answer. */
  RESPONSE_LATENCY("ResponseLatency", Unit.MILLISECONDS),
  /** From the request to the first token of the answer. */
  FIRST_TOKEN_LATENCY("FirstTokenLatency", Unit.MILLISECONDS),
  /** From a token's arrival to its being sent. */
  TOKEN_LATENCY("TokenLatency", Unit.MILLISECONDS),
  /** Streams that ended otherwise than they should. */
  STREAM_ERRORS("StreamErrors", Unit.COUNT),
  /** Tokens that a request was let in by. */
  TOKENS_ACCEPTED("TokensAccepted", Unit.COUNT),
  /** Time to verify one token, accepted or not. */
  JWT_VERIFY_LATENCY("JwtVerifyLatency", Unit.MILLISECONDS),
  /** Time to issue one token. */
  JWT_ISSUE_LATENCY("JwtIssueLatency", Unit.MILLISECONDS),
  /** Tokens issued. */
  TOKENS_ISSUED("TokensIssued", Unit.COUNT),
  /** Tokens issued for a refresh token. */
  TOKENS_REFRESHED("TokensRefreshed", Unit.COUNT),
  /** Revocations of a token, a session or a tenant. */
  TOKENS_REVOKED("TokensRevoked", Unit.COUNT),
  /** Tokens refused, for whatever reason. */
  TOKENS_REJECTED("TokensRejected", Unit.COUNT),
  /** Calls of DynamoDB that were throttled in spite of retries. */
  DYNAMODB_THROTTLES("DynamoDbThrottles", Unit.COUNT),
  /** Calls of the model that failed. */
  MODEL_ERRORS("ModelErrors", Unit.COUNT),
  /** Summaries that were not written because redaction failed. */
  REDACTION_FAILURES("RedactionFailures", Unit.COUNT),
  /** Conversations and subjects erased and verified. */
  ERASURES("Erasures", Unit.COUNT);

  /** Units as CloudWatch spells them. */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String text;

    Unit(String text) {
      this.text = text;
    }
  }

  private final String name;
  private final Unit unit;

  Metric(String name, Unit unit) {
    this.name = name;
    this.unit = unit;
  }

  /** The name in CloudWatch. */
  public String text() {
    return name;
  }

  String unit() {
    return unit.text;
  }
}
