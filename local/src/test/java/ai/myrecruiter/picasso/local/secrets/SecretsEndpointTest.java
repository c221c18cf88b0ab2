package ai.myrecruiter.picasso.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** The endpoint as an SDK of its own sees it, and as anybody else does. */
final class SecretsEndpointTest {
  private final Secrets secrets = new Secrets();
  private SecretsEndpoint endpoint;
  private SecretsManagerClient sdk;

  @BeforeEach
  void serve() throws Exception {
    endpoint = new SecretsEndpoint(secrets);
    sdk =
        SecretsManagerClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  @AfterEach
  void close() {
    sdk.close();
    endpoint.close();
  }

  @Test
  void givesASecretToAnSdk() {
    var arn = secrets.create("picasso/keys");
    secrets.put("picasso/keys", "{\"a\":\"é\"}");
    var secret = sdk.getSecretValue(get -> get.secretId("picasso/keys"));
    assertThat(secret.secretString()).isEqualTo("{\"a\":\"é\"}");
    assertThat(secret.arn()).isEqualTo(arn);
    assertThat(secret.name()).isEqualTo("picasso/keys");
  }

  @Test
  void refusesInTheWordsOfTheService() {
    assertThatThrownBy(() -> sdk.getSecretValue(get -> get.secretId("nobody")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> sdk.deleteSecret(delete -> delete.secretId("nobody")))
        .isInstanceOf(SecretsManagerException.class)
        .hasMessageContaining("GetSecretValue only");
  }

  @ParameterizedTest
  @CsvSource({
    "secretsmanager.GetSecretValue,{,SerializationException",
    "secretsmanager.GetSecretValue,'[]',ResourceNotFoundException",
    "secretsmanager.GetSecretValue,'',ResourceNotFoundException",
    "secretsmanager.PutSecretValue,{},UnknownOperationException",
    "nothing,{},UnknownOperationException"
  })
  void answersWhateverComes(String target, String body, String type) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(endpoint.uri())
                  .header("X-Amz-Target", target)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("\"__type\":\"" + type + "\"");
    }
  }
}
