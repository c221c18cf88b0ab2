package ai.myrecruiter.picasso.local.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class SharedPartsTest {
  @Test
  void drawsUuidsOfVersionFourFromTheSeed() {
    var one = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var two = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    var seen = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      var id = Ids.uuid(one);
      assertThat(Ids.uuid(two)).isEqualTo(id);
      assertThat(UUID.fromString(id).version()).isEqualTo(4);
      assertThat(UUID.fromString(id).variant()).isEqualTo(2);
      seen.add(id);
    }
    assertThat(seen).hasSize(100);
  }

  @Test
  void copiesEveryMemberThatTwoTypesShare() {
    var alias =
        AliasConfiguration.builder()
            .name("live")
            .functionVersion("2")
            .description("d")
            .revisionId("r")
            .routingConfig(routing -> routing.additionalVersionWeights(Map.of("3", 0.1)))
            .build();
    var response = Fields.copy(alias, GetAliasResponse.builder()).build();
    assertThat(response.name()).isEqualTo("live");
    assertThat(response.functionVersion()).isEqualTo("2");
    assertThat(response.routingConfig()).isEqualTo(alias.routingConfig());
    assertThat(response.aliasArn()).isNull();
  }

  @Test
  void fillsAnExceptionAsAResponseDoes() {
    var error =
        new ServiceErrors("Lambda")
            .of(ResourceNotFoundException.builder(), "ResourceNotFoundException", 404, "gone");
    assertThat(error).isInstanceOf(ResourceNotFoundException.class);
    assertThat(error.statusCode()).isEqualTo(404);
    assertThat(error.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
    assertThat(error.getMessage()).contains("gone", "Service: Lambda", "404");
  }

  @Test
  void namesTheStagesOwnAccountInArns() {
    assertThat(StageAccount.arn("lambda", "function:f"))
        .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:f");
  }
}
