package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates of a seeded generator: what a plan accepts can be made, in the order of the plan, and a
 * plan says the same about the same template. To repeat a failure, run the test with its seed.
 */
final class PlanKeepsItsWordTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int RESOURCES = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatItAcceptsCanBeMade(long seed) {
    var stack = new StackTemplate("s", template(new Random(seed)), Map.of());
    var recorded = new RecordedTypes();
    var plan = DeploymentPlan.of(List.of(stack), recorded.types(), Account.STAGE, Map.of());
    var made = Provisioner.provision(plan).getFirst();
    assertThat(made.resources().keySet().stream().map(id -> "s." + id).toList())
        .as("seed %d", seed)
        .isEqualTo(plan.order());
    assertThat(recorded.requests)
        .as("seed %d", seed)
        .allSatisfy(
            request -> assertThat(request.properties().toString()).doesNotContain("Fn::", "Ref"));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25})
  void itSaysTheSameAgain(long seed) {
    assertThat(order(seed)).as("seed %d", seed).isEqualTo(order(seed));
  }

  private static List<String> order(long seed) {
    var stack = new StackTemplate("s", template(new Random(seed)), Map.of());
    return DeploymentPlan.of(List.of(stack), new RecordedTypes().types(), Account.STAGE, Map.of())
        .order();
  }

  /** Resources that refer to those with a lower number, written down from the highest. */
  private static JsonNode template(Random random) {
    var resources = JSON.objectNode();
    for (int i = RESOURCES - 1; i >= 0; i--) {
      var resource = resources.putObject("R" + i).put("Type", "Test::Thing");
      resource.putObject("Properties").set("Uses", value(random, i, 3));
      if (i > 0 && random.nextInt(4) == 0) {
        resource.put("DependsOn", "R" + random.nextInt(i));
      }
    }
    var template = JSON.objectNode();
    template.set("Resources", resources);
    template.set(
        "Conditions", Json.of("{'Yes': {'Fn::Equals': [1, 1]}, 'No': {'Fn::Equals': [1, 2]}}"));
    return template;
  }

  private static JsonNode value(Random random, int below, int depth) {
    var kind = random.nextInt(depth == 0 ? 3 : 8);
    return switch (kind) {
      case 0 -> JSON.textNode("text-" + random.nextInt(100));
      case 1 -> below == 0 ? JSON.numberNode(7) : call("Ref", JSON.textNode(some(random, below)));
      case 2 -> below == 0 ? call("Ref", JSON.textNode("AWS::Region")) : attribute(random, below);
      case 3 -> call("Fn::Join", Json.of("['-', ['a']]").deepCopy());
      case 4 -> call("Fn::Sub", JSON.textNode(below == 0 ? "x" : "${" + some(random, below) + "}"));
      case 5 -> choice(random, below, depth);
      case 6 -> call("Fn::Select", Json.of("[0, {'Fn::Split': ['-', 'a-b']}]"));
      default -> object(random, below, depth);
    };
  }

  private static JsonNode attribute(Random random, int below) {
    var name = random.nextBoolean() ? "Arn" : "Nested.Value";
    return call("Fn::GetAtt", JSON.arrayNode().add(some(random, below)).add(name));
  }

  /** The branch that is not taken may refer to what is not there. */
  private static JsonNode choice(Random random, int below, int depth) {
    var taken = value(random, below, depth - 1);
    var other = call("Ref", JSON.textNode("Absent"));
    return random.nextBoolean()
        ? call("Fn::If", JSON.arrayNode().add("Yes").add(taken).add(other))
        : call("Fn::If", JSON.arrayNode().add("No").add(other).add(taken));
  }

  private static JsonNode object(Random random, int below, int depth) {
    ObjectNode object = JSON.objectNode();
    for (int i = random.nextInt(3); i >= 0; i--) {
      object.set("field" + i, value(random, below, depth - 1));
    }
    return object;
  }

  private static ObjectNode call(String function, JsonNode argument) {
    ObjectNode call = JSON.objectNode();
    call.set(function, argument);
    return call;
  }

  private static String some(Random random, int below) {
    return "R" + random.nextInt(below);
  }
}
