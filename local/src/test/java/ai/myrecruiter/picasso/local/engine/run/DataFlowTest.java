package ai.myrecruiter.picasso.local.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.CaseFolder;
import ai.myrecruiter.picasso.local.engine.FakeFunctions;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case is one state, its input, and its output or its error. */
final class DataFlowTest {
  private static final String ECHO = "echo";

  static Stream<Arguments> cases() {
    return CaseFolder.cases("dataflow");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void makesTheOutputOfAState(String name, JsonNode given) {
    try (var bench = new Workbench()) {
      bench.functions().when(ECHO, FakeFunctions.maps(input -> input));
      bench
          .functions()
          .when(
              "arn:aws:lambda:us-east-1:000000000000:function:echo",
              FakeFunctions.maps(input -> input));
      var end =
          bench.run(
              Machines.single(Json.write(given.path("state"))), Json.write(given.path("input")));
      if (given.has("error")) {
        assertThat(end.error()).as(name).contains(given.path("error").textValue());
        assertThat(end.cause().orElse("")).startsWith(given.path("cause").asText());
      } else {
        assertThat(end.output().map(Json::parse)).as(name).contains(given.path("output"));
      }
    }
  }
}
