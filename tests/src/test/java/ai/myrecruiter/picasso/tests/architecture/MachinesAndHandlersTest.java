package ai.myrecruiter.picasso.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.PicassoException;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MachinesAndHandlersTest {
  private static final Pattern HANDLER = Pattern.compile("\\$\\{([A-Za-z]+)FunctionArn}");
  private static final Pattern ERROR =
      Pattern.compile("\"(ai\\.myrecruiter\\.picasso\\.[A-Za-z.$]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"rollout", "rollback", "health-validation"})
  void everyTaskHasAHandlerOfItsName(String machine) throws IOException {
    for (var name : matches(HANDLER, machine)) {
      assertThat(
              Stream.of("rollout", "deployment", "rollback", "health", "watchdog", "notification")
                  .flatMap(feature ->
                      find("ai.myrecruiter.picasso.tasks." + feature + "." + name).stream()))
          .as("handler of ${%sFunctionArn}", name)
          .singleElement()
          .satisfies(handler -> assertThat(RequestStreamHandler.class).isAssignableFrom(handler));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rollout", "rollback", "health-validation"})
  void everyErrorThatIsMatchedByNameIsAnErrorOfTheProduct(String machine) throws IOException {
    for (var name : matches(ERROR, machine)) {
      assertThat(find(name))
          .as(name)
          .hasValueSatisfying(error -> assertThat(PicassoException.class).isAssignableFrom(error));
    }
  }

  private static Set<String> matches(Pattern pattern, String machine) throws IOException {
    try (var in =
        MachinesAndHandlersTest.class.getResourceAsStream(
            "/statemachines/" + machine + ".asl.json")) {
      var text =
          new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
      var found = new TreeSet<String>();
      pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException missing) {
      return Optional.empty();
    }
  }
}
