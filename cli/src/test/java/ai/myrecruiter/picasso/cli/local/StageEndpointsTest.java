package ai.myrecruiter.picasso.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StageEndpointsTest {
  private final StageEndpoints endpoints =
      new StageEndpoints(
          URI.create("http://127.0.0.1:4566"),
          URI.create("http://127.0.0.1:8083"),
          URI.create("http://127.0.0.1:3001"),
          URI.create("http://127.0.0.1:8000"),
          Optional.of(URI.create("http://127.0.0.1:40001/")),
          URI.create("http://127.0.0.1:8090/"));

  @Test
  void printsWhereItIsReachedAndWhatToPaste() {
    assertThat(endpoints.lines())
        .containsExactly(
            "SERVICE         ENDPOINT",
            "AWS             http://127.0.0.1:4566",
            "Step Functions  http://127.0.0.1:8083",
            "Lambda          http://127.0.0.1:3001",
            "DynamoDB        http://127.0.0.1:8000",
            "Function URL    http://127.0.0.1:40001/",
            "Chat page       http://127.0.0.1:8090/",
            "",
            "Paste this into another terminal:",
            "",
            "export AWS_ENDPOINT_URL=http://127.0.0.1:4566",
            "export AWS_ENDPOINT_URL_SFN=http://127.0.0.1:8083",
            "export AWS_ENDPOINT_URL_LAMBDA=http://127.0.0.1:3001",
            "export AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000",
            "export AWS_REGION=us-east-1",
            "export AWS_ACCESS_KEY_ID=local",
            "export AWS_SECRET_ACCESS_KEY=local",
            "export PICASSO_ENV=staging");
  }

  @Test
  void namesNoFunctionUrlBeforeThereIsOne() {
    var url = URI.create("http://127.0.0.1:1");
    var empty = new StageEndpoints(url, url, url, url, Optional.empty(), url);
    assertThat(empty.lines()).contains("Function URL    -");
    assertThat(empty.data()).doesNotContainKey("functionUrl").containsKey("aws");
  }

  @Test
  void givesTheSameAsData() {
    assertThat(endpoints.data())
        .containsEntry("sfn", "http://127.0.0.1:8083")
        .containsEntry("lambda", "http://127.0.0.1:3001")
        .containsEntry("page", "http://127.0.0.1:8090/")
        .containsEntry("variables", endpoints.variables());
  }
}
