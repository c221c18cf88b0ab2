package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Map;

/**
 * Where a template is deployed to.
 *
 * @param id twelve digits
 * @param region such as {@code us-east-1}
 * @param parameterStore values of the account's SSM parameters that templates read
 */
public record Account(String id, String region, Map<String, String> parameterStore) {
  /** The account of the stage, bootstrapped for CDK. */
  public static final Account STAGE =
      new Account("000000000000", "us-east-1", Map.of("/cdk-bootstrap/hnb659fds/version", "30"));

  /** Copies the values. */
  public Account {
    parameterStore = Map.copyOf(parameterStore);
  }

  /** The ARN of a resource of a regional service. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
  }
}
