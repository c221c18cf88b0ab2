package ai.myrecruiter.picasso.tasks;

import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Everything a handler needs from outside: the clients of the services, the time, and its
 * environment variables. On AWS they are real; on the local stage the same interfaces lead to the
 * stage.
 */
public record Ports(
    LambdaClient lambda,
    DynamoDbClient dynamoDb,
    CloudWatchClient cloudWatch,
    SfnClient sfn,
    SnsClient sns,
    CloudFormationClient cloudFormation,
    InstantSource clock,
    Map<String, String> environment) {

  public Ports {
    environment = Map.copyOf(environment);
  }

  /** The ports of a function on AWS, from the default credentials, region and endpoints. */
  public static Ports ofAws() {
    var http = UrlConnectionHttpClient.create();
    return new Ports(
        LambdaClient.builder().httpClient(http).build(),
        DynamoDbClient.builder().httpClient(http).build(),
        CloudWatchClient.builder().httpClient(http).build(),
        SfnClient.builder().httpClient(http).build(),
        SnsClient.builder().httpClient(http).build(),
        CloudFormationClient.builder().httpClient(http).build(),
        InstantSource.system(),
        System.getenv());
  }

  /**
   * The value of an environment variable of the function.
   *
   * @throws IllegalStateException if it is missing
   */
  public String variable(String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Environment variable "
              + name
              + " is missing. A task function gets it from the template; deploy the stack again.");
    }
    return value;
  }
}
