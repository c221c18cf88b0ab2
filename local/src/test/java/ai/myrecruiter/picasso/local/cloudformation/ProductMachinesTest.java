package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.sfn.StageSfnClient;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The product's own definitions, made as the template makes them. */
final class ProductMachinesTest {
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z]+)}");
  private final StepFunctions stepFunctions =
      StepFunctions.scripted(
          new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1),
          "000000000000",
          "us-east-1",
          request -> {
            throw new AssertionError("no task runs here");
          });
  private final StagedType type = new StateMachineType(StageSfnClient.of(stepFunctions)).type();

  @ParameterizedTest
  @ValueSource(strings = {"rollout", "rollback", "health-validation"})
  void areAcceptedByTheEngineWithEverySubstitutionFilledIn(String machine) throws IOException {
    var arn = One.resource(type, properties(machine)).physicalId();
    var definition = stepFunctions.stateMachine(arn).text();
    assertThat(definition).doesNotContain("${");
    for (var name : substitutions(definition(machine))) {
      assertThat(definition).contains("\"" + arnOf(name) + "\"");
    }
  }

  @Test
  void keepWhatOnlyLooksLikeASubstitution() throws IOException {
    for (var machine : new String[] {"rollout", "rollback", "health-validation"}) {
      var text = definition(machine);
      assertThat(text.split("\\$\\{", -1)).hasSize(SUBSTITUTION.split(text, -1).length);
    }
  }

  private static String properties(String machine) throws IOException {
    var properties =
        JsonNodeFactory.instance
            .objectNode()
            .put("StateMachineName", "picasso-staging-" + machine)
            .put("StateMachineType", "STANDARD")
            .put("RoleArn", "arn:aws:iam::000000000000:role/machine")
            .put("DefinitionString", definition(machine));
    var values = properties.putObject("DefinitionSubstitutions");
    substitutions(definition(machine)).forEach(name -> values.put(name, arnOf(name)));
    return properties.toString();
  }

  private static String arnOf(String substitution) {
    return substitution.endsWith("StateMachineArn")
        ? "arn:aws:states:us-east-1:000000000000:stateMachine:" + substitution
        : "arn:aws:lambda:us-east-1:000000000000:function:" + substitution;
  }

  private static Set<String> substitutions(String text) {
    var names = new TreeSet<String>();
    SUBSTITUTION.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }

  private static String definition(String machine) throws IOException {
    var path = "/statemachines/" + machine + ".asl.json";
    try (var stream = ProductMachinesTest.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new AssertionError(path + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
