package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What an alarm gives to {@code rollback}, held against the schema of its input. */
final class RollbackInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void hasEveryFieldThatTheSchemaRequiresAndNoOther() throws IOException {
    var schema =
        JSON.readTree(
            SynthesizedApp.root()
                .resolve("statemachines/schemas/rollback.input.schema.json")
                .toFile());
    for (var environment : new String[] {"staging", "production"}) {
      var input = input(environment);
      assertFits(input, schema);
      assertFits(input.path("trigger"), schema.path("properties").path("trigger"));
      assertThat(schema.path("properties").path("environment").path("enum"))
          .extracting(JsonNode::asText)
          .contains(input.path("environment").asText());
    }
  }

  private static void assertFits(JsonNode input, JsonNode schema) {
    assertThat(input.fieldNames())
        .toIterable()
        .containsAll(schema.path("required").valueStream().map(JsonNode::asText).toList())
        .allMatch(field -> schema.path("properties").has(field));
  }

  /** The template with every placeholder filled as the service fills it: by a JSON text. */
  private static JsonNode input(String environment) throws IOException {
    var rule =
        SynthesizedApp.properties(
            "picasso-%s-triggers".formatted(environment),
            "AWS::Events::Rule",
            "Name",
            "picasso-%s-rollback-on-alarm".formatted(environment));
    var transformer = rule.path("Targets").path(0).path("InputTransformer");
    var text = transformer.path("InputTemplate").asText();
    for (var path : transformer.path("InputPathsMap").properties()) {
      text = text.replace("<" + path.getKey() + ">", JSON.writeValueAsString("say \"why\""));
    }
    return JSON.readTree(text);
  }
}
