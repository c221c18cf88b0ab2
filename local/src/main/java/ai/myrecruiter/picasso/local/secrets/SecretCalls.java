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

  public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
    var secret = secrets.require(request.secretId());
    return DescribeSecretResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .versionIdsToStages(
            secret.value().isPresent() ? Map.of("stage", List.of("AWSCURRENT")) : Map.of())
        .build();
  }

  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    secrets.put(request.secretId(), request.secretString());
    var secret = secrets.require(request.secretId());
    return PutSecretValueResponse.builder().arn(secret.arn()).name(secret.name()).build();
  }
}
