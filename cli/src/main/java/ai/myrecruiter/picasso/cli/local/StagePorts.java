package ai.myrecruiter.picasso.cli.local;

/**
 * Ports on loopback, 0 for any that is free.
 *
 * @param aws of all services together
 * @param sfn of Step Functions
 * @param lambda of Lambda
 * @param dynamoDb of DynamoDB
 * @param functionUrl of the payload's Function URL
 * @param page of the chat page
 */
public record StagePorts(int aws, int sfn, int lambda, int dynamoDb, int functionUrl, int page) {
  /** Any that are free. */
  public static final StagePorts ANY = new StagePorts(0, 0, 0, 0, 0, 0);
}
