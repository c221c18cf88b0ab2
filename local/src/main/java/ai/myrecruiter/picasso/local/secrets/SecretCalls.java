package ai.myrecruiter.picasso.local.secrets;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;

/** The calls of Secrets Manager that the stage has. */
final class SecretCalls {
  /** The stage keeps one version of a secret. */
  private static final String VERSION = "00000000-0000-4000-8000-000000000001";

  private final Secrets secrets;

  SecretCalls(Secrets secrets) {
    this.secrets = secrets;
  }

  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    var secret = secrets.require(request.secretId());
    return GetSecretValueResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .secretString(secret.value().orElseThrow(() -> SecretErrors.noValue(secret.name())))
        .build();
  }

  /** What is known of a secret, without its value. */
  public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
    var secret = secrets.require(request.secretId());
    var response = DescribeSecretResponse.builder().arn(secret.arn()).name(secret.name());
    secret
        .value()
        .ifPresent(value -> response.versionIdsToStages(Map.of(VERSION, List.of("AWSCURRENT"))));
    return response.build();
  }

  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    secrets.put(request.secretId(), request.secretString());
    var secret = secrets.require(request.secretId());
    return PutSecretValueResponse.builder().arn(secret.arn()).name(secret.name()).build();
  }
}
