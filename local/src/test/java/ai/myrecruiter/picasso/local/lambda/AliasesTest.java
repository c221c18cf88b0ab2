package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

final class AliasesTest {
  private final TestLambda lambda = TestLambda.virtual(1).withChat(3);

  @AfterEach
  void close() {
    lambda.close();
  }

  private UpdateAliasResponse weights(Map<String, Double> weights) {
    return lambda.client.updateAlias(r ->
        r.functionName(CHAT)
            .name("live")
            .routingConfig(routing -> routing.additionalVersionWeights(weights)));
  }

  @Test
  void givesEveryWriteANewRevision() {
    var first = lambda.client.getAlias(r -> r.functionName(CHAT).name("live")).revisionId();
    var second = weights(Map.of("2", 0.1)).revisionId();
    var third = weights(Map.of("2", 0.1)).revisionId();
    assertThat(first).isNotEqualTo(second);
    assertThat(second).isNotEqualTo(third);
    assertThat(lambda.client.getAlias(r -> r.functionName(CHAT).name("live")).revisionId())
        .isEqualTo(third);
  }

  @Test
  void refusesAWriteThatKnowsAnOlderRevisionAndChangesNothing() {
    var old = lambda.client.getAlias(r -> r.functionName(CHAT).name("live")).revisionId();
    weights(Map.of("2", 0.1));
    assertThatThrownBy(() ->
            lambda.client.updateAlias(
                r -> r.functionName(CHAT).name("live").revisionId(old).functionVersion("3")))
        .isInstanceOfSatisfying(
            PreconditionFailedException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(412);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("PreconditionFailedException");
            });
    assertThat(lambda.client.getAlias(r -> r.functionName(CHAT).name("live")).functionVersion())
        .isEqualTo("1");
  }

  @Test
  void keepsWhatAWriteDoesNotName() {
    weights(Map.of("2", 0.25));
    lambda.client.updateAlias(r -> r.functionName(CHAT).name("live").description("split"));
    var alias = lambda.client.getAlias(r -> r.functionName(CHAT).name("live"));
    assertThat(alias.description()).isEqualTo("split");
    assertThat(alias.routingConfig().additionalVersionWeights()).containsEntry("2", 0.25);
    lambda.client.updateAlias(r -> r.functionName(CHAT).name("live").functionVersion("3"));
    alias = lambda.client.getAlias(r -> r.functionName(CHAT).name("live"));
    assertThat(alias.functionVersion()).isEqualTo("3");
    assertThat(alias.routingConfig().additionalVersionWeights()).containsEntry("2", 0.25);
  }

  @Test
  void takesTheSplitAwayWithEmptyWeights() {
    weights(Map.of("2", 0.25));
    assertThat(weights(Map.of()).routingConfig()).isNull();
    assertThat(lambda.client.listAliases(r -> r.functionName(CHAT)).aliases().getFirst())
        .satisfies(alias -> assertThat(alias.routingConfig()).isNull());
  }

  @Test
  void refusesWeightsThatCannotBeServed() {
    refused(Map.of("2", 1.5), "weight 1.5 of version 2 is not between 0.0 and 1.0");
    refused(Map.of("2", -0.1), "weight -0.1");
    refused(Map.of("2", 0.1, "3", 0.1), "cannot be greater than 1, it is 2");
    refused(Map.of("1", 0.1), "version 1 is the alias's main version");
    refused(Map.of("$LATEST", 0.1), "$LATEST is not supported");
    assertThatThrownBy(() -> weights(Map.of("99", 0.1)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("picasso-staging-chat:99");
  }

  private void refused(Map<String, Double> weights, String message) {
    assertThatThrownBy(() -> weights(weights))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesToSplitBetweenVersionsOfDifferentRoles() {
    lambda.service.updateSettings(lambda.service.settings(CHAT).withRole("arn:other"));
    var other = lambda.service.publishVersion(CHAT, "other role");
    refused(Map.of(other, 0.1), "same execution role");
  }

  @Test
  void refusesAnAliasOfAVersionThatDoesNotExist() {
    assertThatThrownBy(() ->
            lambda.client.createAlias(r -> r.functionName(CHAT).name("next").functionVersion("7")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> lambda.client.getAlias(r -> r.functionName(CHAT).name("next")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("chat:next");
  }

  @Test
  void refusesADescriptionThatIsTooLong() {
    assertThatThrownBy(() ->
            lambda.client.updateAlias(
                r -> r.functionName(CHAT).name("live").description("x".repeat(257))))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("257 characters");
  }

  @Test
  void drawsTheSameRevisionsFromTheSameSeed() {
    try (var again = TestLambda.virtual(1).withChat(3)) {
      assertThat(again.client.getAlias(r -> r.functionName(CHAT).name("live")).revisionId())
          .isEqualTo(lambda.client.getAlias(r -> r.functionName(CHAT).name("live")).revisionId());
    }
  }
}
