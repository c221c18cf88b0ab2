package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Laws of paths and templates on random data; repeat a case by {@code -Dpicasso.seed=N}. */
final class DataFlowLawsTest {
  private static final String[] NAMES = {"a", "b", "c d"};

  private interface Law {
    void holds(RandomGenerator random, JsonNode document);
  }

  @Test
  void aPlacedValueIsFoundAgainAndNothingElseChanges() {
    always((random, document) -> {
      var path = path(random);
      var value = value(random, 2);
      var before = Json.write(document);
      var placed = ReferencePath.parse(path).place(document, value);
      assertThat(Path.parse(path).find(scope(placed, random))).contains(value);
      assertThat(Json.write(document)).as("the input stays").isEqualTo(before);
      var other = ReferencePath.parse("$.other").place(document, value);
      assertThat(ReferencePath.parse("$.other").place(other, value)).isEqualTo(other);
    });
  }

  @Test
  void placingTwiceKeepsTheLast() {
    always((random, document) -> {
      var path = ReferencePath.parse(path(random));
      var last = value(random, 1);
      assertThat(path.place(path.place(document, value(random, 1)), last))
          .isEqualTo(path.place(document, last));
    });
  }

  @Test
  void aTemplateWithoutExpressionsIsItself() {
    always((random, document) -> {
      var template = Template.compile(document, "/", (where, what) -> {});
      assertThat(template.evaluate(scope(value(random, 2), random))).isEqualTo(document);
    });
  }

  @Test
  void aTemplateOfTheRootIsTheInput() {
    always((random, document) -> {
      var template = Template.compile(Json.object().put("x.$", "$"), "/", (where, what) -> {});
      assertThat(template.evaluate(scope(document, random)).path("x")).isEqualTo(document);
    });
  }

  @Test
  void aValueSurvivesItsTextAndBack() {
    always((random, document) -> {
      var expression = Expression.parse("States.StringToJson(States.JsonToString($))");
      assertThat(expression.evaluate(scope(document, random), "x")).isEqualTo(document);
    });
  }

  @Test
  void aTextSurvivesBase64AndBack() {
    always((random, document) -> {
      var expression = Expression.parse("States.Base64Decode(States.Base64Encode($))");
      var text = Json.text(Json.write(document) + "\u00e9\u20ac");
      assertThat(expression.evaluate(scope(text, random), "x")).isEqualTo(text);
    });
  }

  private static void always(Law law) {
    var given = Long.getLong("picasso.seed");
    long first = given != null ? given : 1;
    for (long seed = first; seed < (given != null ? first + 1 : 300); seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      try {
        law.holds(random, object(random, 3));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "seed %d; repeat: mvn -pl local test -Dtest=DataFlowLawsTest -Dpicasso.seed=%d"
                .formatted(seed, seed),
            e);
      }
    }
  }

  private static Scope scope(JsonNode input, RandomGenerator random) {
    return new Scope(input, Json::object, random);
  }

  /** A path whose first step is always free, so that every document takes it. */
  private static String path(RandomGenerator random) {
    var path = new StringBuilder("$.free" + random.nextInt(2));
    for (int i = random.nextInt(3); i > 0; i--) {
      path.append(random.nextBoolean() ? "['" + name(random) + "']" : ".x" + random.nextInt(3));
    }
    return path.toString();
  }

  private static String name(RandomGenerator random) {
    return NAMES[random.nextInt(NAMES.length)];
  }

  private static JsonNode object(RandomGenerator random, int depth) {
    var object = Json.object();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.set(name(random), value(random, depth - 1));
    }
    return object;
  }

  private static JsonNode value(RandomGenerator random, int depth) {
    var nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> nodes.numberNode(random.nextInt(-5, 6));
      case 1 -> nodes.numberNode(random.nextInt(8) / 4.0);
      case 2 -> Json.text("t" + random.nextInt(9));
      case 3 -> nodes.booleanNode(random.nextBoolean());
      case 4 -> nodes.nullNode();
      case 5 -> object(random, depth);
      default -> nodes.arrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
    };
  }
}
