package ai.myrecruiter.picasso.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.data.Json;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ComparisonTest {
  static Stream<Arguments> same() {
    return Stream.of(
        Arguments.of("1", "1.0"),
        Arguments.of("null", "null"),
        Arguments.of("{\"a\": 1}", "{\"a\": 1, \"timestamp\": 5, \"roleArn\": \"r\"}"),
        Arguments.of("{\"a\": \"{\\\"b\\\": [1]}\"}", "{\"a\": {\"b\": [1.0]}}"),
        Arguments.of("\"arn:<partition>:states\"", "\"arn:aws:states\""),
        Arguments.of("\"a <x> b <y>\"", "\"a 1 b 2\""),
        Arguments.of("\"date\"", "\"2026-01-01T00:00:00.000Z\""),
        Arguments.of("\"sfn_role_arn\"", "\"arn:aws:iam::111111111111:role/x\""),
        Arguments.of("\"{not json\"", "\"{not json\""));
  }

  static Stream<Arguments> different() {
    return Stream.of(
        Arguments.of("1", "2", "/: recorded 1, answered 2"),
        Arguments.of("1", "\"1\"", "/: recorded 1, answered \"1\""),
        Arguments.of("null", "{}", "/: recorded null, answered {}"),
        Arguments.of("{\"a\": 1}", "{}", "/a: recorded 1, answered nothing"),
        Arguments.of("{\"a\": \"<x>\"}", "{}", "/a: recorded \"<x>\", answered nothing"),
        Arguments.of("{}", "{\"a\": {\"b\": 1}}", "/a: recorded nothing, answered {\"b\":1}"),
        Arguments.of("[1, 2]", "[1]", "/1: recorded 2, answered nothing"),
        Arguments.of(
            "{\"a\": \"{\\\"b\\\": 1}\"}", "{\"a\": {\"b\": 2}}", "/a/b: recorded 1, answered 2"),
        Arguments.of("\"a <x> b\"", "\"a 1 c\"", "/: recorded \"a <x> b\", answered \"a 1 c\""),
        Arguments.of("\"date\"", "\"yesterday\"", "/: recorded \"date\", answered \"yesterday\""),
        Arguments.of("\"sfn_role_arn\"", "\"x\"", "/: recorded \"sfn_role_arn\", answered \"x\""));
  }

  @ParameterizedTest
  @MethodSource("same")
  void agrees(String recorded, String answered) {
    assertThat(Comparison.difference(Json.parse(recorded), Json.parse(answered))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("different")
  void differs(String recorded, String answered, String difference) {
    assertThat(Comparison.difference(Json.parse(recorded), Json.parse(answered)))
        .contains(difference);
  }
}
