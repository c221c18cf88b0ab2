package ai.myrecruiter.picasso.runtime.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class AwsAccessTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "t");

  @Test
  void takesLambdasKeysFromTheFunctionsEnvironment() {
    assertThat(new AwsAccess(KEYS).credentials().resolveIdentity().join())
        .isEqualTo(AwsSessionCredentials.create("key", "secret", "t"));
  }

  @Test
  void asksTheEndpointForCredentialsWhereASnapshotWasRestored() {
    var restored = Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/credentials");
    assertThat(new AwsAccess(restored).credentials())
        .isInstanceOf(DefaultCredentialsProvider.class);
  }

  @Test
  void prefersTheEndpointOfAServiceToTheOneOfAll() {
    var access =
        new AwsAccess(
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:2"));
    assertThat(access.endpoint("DYNAMODB")).contains(URI.create("http://127.0.0.1:2"));
    assertThat(access.endpoint("SECRETS_MANAGER")).contains(URI.create("http://127.0.0.1:1"));
    assertThat(new AwsAccess(Map.of()).endpoint("DYNAMODB")).isEmpty();
  }

  @Test
  void givesClientsTheirEndpointAndPatience() {
    var environment = Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:2", "AWS_REGION", "x");
    try (var client =
        new AwsAccess(environment)
            .client(DynamoDbClient.builder(), "DYNAMODB", Duration.ofSeconds(2))
            .build()) {
      var configuration = client.serviceClientConfiguration();
      assertThat(configuration.endpointOverride()).contains(URI.create("http://127.0.0.1:2"));
      assertThat(configuration.region().id()).isEqualTo("x");
      assertThat(configuration.overrideConfiguration().apiCallTimeout())
          .contains(Duration.ofSeconds(2));
    }
  }

  @Test
  void namesAVariableThatIsMissingOrBlank() {
    assertThatThrownBy(() -> new AwsAccess(Map.of("PICASSO_X", " ")).required("PICASSO_X"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PICASSO_X is not set");
  }
}
