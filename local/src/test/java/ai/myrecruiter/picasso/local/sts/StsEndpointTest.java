package ai.myrecruiter.picasso.local.sts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.wire.LoopbackServer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

final class StsEndpointTest {
  private static GetCallerIdentityResponse identity(String accessKey) {
    try (var server = new LoopbackServer(StsEndpoint.of(), 0);
        var sts =
            StsClient.builder()
                .endpointOverride(server.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "x")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      return sts.getCallerIdentity();
    }
  }

  @Test
  void whoSignsWithAKeyIsTheUserOfThatName() {
    var alice = identity("alice");
    assertThat(alice.account()).isEqualTo("000000000000");
    assertThat(alice.arn()).isEqualTo("arn:aws:iam::000000000000:user/alice");
    assertThat(alice.userId()).matches("AIDA[0-9A-F]{17}").isEqualTo(identity("alice").userId());
    assertThat(identity("bob").userId()).isNotEqualTo(alice.userId());
  }

  @Test
  void aKeyThatIsNoNameIsTheStage() {
    assertThat(identity("no name!").arn()).isEqualTo("arn:aws:iam::000000000000:user/stage");
    assertThat(Caller.IN_PROCESS.client().getCallerIdentity().arn())
        .isEqualTo("arn:aws:iam::000000000000:user/stage");
  }
}
