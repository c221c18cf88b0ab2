package ai.myrecruiter.picasso.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.data.Json;
import org.junit.jupiter.api.Test;

final class TransformersTest {
  @Test
  void replacesValuesAtPathsAlsoInJsonInsideOfStrings() {
    assertThat(
            transformed(
                "[{\"jsonpath\": \"$..output.at\", \"replacement\": \"then\"}]",
                "{\"events\": [{\"output\": \"{\\\"at\\\": 5, \\\"n\\\": 1}\"}]}"))
        .isEqualTo("{\"events\":[{\"output\":{\"at\":\"then\",\"n\":1}}]}");
  }

  @Test
  void leavesWhatAPathDoesNotFind() {
    assertThat(transformed("[{\"jsonpath\": \"$.x.y\", \"replacement\": \"z\"}]", "{\"a\": [1]}"))
        .isEqualTo("{\"a\":[1]}");
  }

  @Test
  void replacesMatchesInTheTextWithBlanksAfterColonsAndGroupsInPythonsDialect() {
    assertThat(
            transformed(
                "[{\"regex\": \"\\\"id\\\": \\\"(?P<first>[a-z])([0-9]+)\\\"\", \"replacement\":"
                    + " \"\\\"id\\\": \\\"\\\\g<first>-\\\\2$\\\"\"}]",
                "{\"id\": \"a17\", \"other\": \"a17\"}"))
        .isEqualTo("{\"id\":\"a-17$\",\"other\":\"a17\"}");
  }

  private static String transformed(String transformers, String answer) {
    return Json.write(new Transformers(Json.parse(transformers)).apply(Json.parse(answer)));
  }
}
