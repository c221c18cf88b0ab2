package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PackagedCodeTest {
  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
  private final TestLambda lambda = TestLambda.virtual(1);

  @AfterEach
  void close() {
    lambda.close();
  }

  private void create(String name, String handler, Map<String, String> sources) {
    lambda.service.createPackaged(
        FunctionSettings.of(name, handler, ROLE), PayloadJar.compiled(sources));
  }

  private static String objects(String name, String in, String out, String body) {
    return "public class %s implements %sRequestHandler<%s, %s> { public %s handleRequest(%s in, %sContext context) { %s } }"
        .formatted(name, RUNTIME, in, out, out, in, RUNTIME, body);
  }

  @Test
  void convertsJsonForAHandlerOfObjects() {
    create(
        "sum",
        "code.Sum",
        Map.of(
            "Sum",
            objects(
                "Sum",
                "java.util.Map<String, Integer>",
                "java.util.Map<String, Integer>",
                "return java.util.Map.of(\"sum\", in.get(\"a\") + in.get(\"b\"));")));
    assertThat(TestLambda.text(lambda.invoke("sum", "{\"a\":2,\"b\":3}"))).isEqualTo("{\"sum\":5}");
  }

  @Test
  void givesEachVersionItsOwnStaticState() {
    create(
        "count",
        "code.Count::handleRequest",
        Map.of(
            "Count",
            "public class Count implements %sRequestHandler<Object, Integer> { static int n; public Integer handleRequest(Object in, %sContext context) { return ++n; } }"
                .formatted(RUNTIME, RUNTIME)));
    lambda.service.publishVersion("count", "");
    lambda.service.updateSettings(
        lambda.service.settings("count").withEnvironment(Map.of("A", "b")));
    lambda.service.publishVersion("count", "");
    assertThat(TestLambda.text(lambda.invoke("count:1", "{}"))).isEqualTo("1");
    assertThat(TestLambda.text(lambda.invoke("count:1", "{}"))).isEqualTo("2");
    assertThat(TestLambda.text(lambda.invoke("count:2", "{}"))).isEqualTo("1");
  }

  @Test
  void hidesTheStageFromAFunction() {
    create(
        "spy",
        "code.Spy",
        Map.of(
            "Spy",
            objects(
                "Spy",
                "Object",
                "String",
                "try { Class.forName(\"ai.myrecruiter.picasso.local.lambda.LambdaService\", true,"
                    + " Thread.currentThread().getContextClassLoader()); return \"seen\"; } catch"
                    + " (ClassNotFoundException e) { return \"hidden\"; }")));
    assertThat(TestLambda.text(lambda.invoke("spy", "{}"))).isEqualTo("\"hidden\"");
  }

  @Test
  void namesTheNestedClassOfAnError() {
    create(
        "fail",
        "code.Fail",
        Map.of(
            "Fail",
            "public class Fail implements %sRequestHandler<Object, String> { static class Refused extends RuntimeException { Refused() { super(\"no\"); } } public String handleRequest(Object in, %sContext c) { throw new Refused(); } }"
                .formatted(RUNTIME, RUNTIME)));
    assertThat(TestLambda.text(lambda.invoke("fail", "{}")))
        .contains("\"errorType\":\"code.Fail$Refused\"");
  }

  @Test
  void reportsAHandlerThatIsNotThereOrCannotStart() {
    var source =
        Map.of(
            "Bad",
            "public class Bad implements %sRequestHandler<Object, String> { public Bad() { throw new IllegalStateException(\"no key\"); } public String handleRequest(Object in, %sContext c) { return \"\"; } }"
                .formatted(RUNTIME, RUNTIME));
    create("bad", "code.Bad", source);
    create("gone", "code.Gone", source);
    create("method", "code.Bad::other", source);
    assertThat(TestLambda.text(lambda.invoke("bad", "{}")))
        .contains("\"errorType\":\"java.lang.IllegalStateException\"")
        .contains("no key");
    assertThat(TestLambda.text(lambda.invoke("gone", "{}")))
        .contains("\"errorType\":\"java.lang.ClassNotFoundException\"");
    assertThat(TestLambda.text(lambda.invoke("method", "{}"))).contains("handleRequest only");
  }

  @Test
  void refusesAnAnswerOverSixMegabytes() {
    create(
        "big",
        "code.Big",
        Map.of("Big", objects("Big", "Object", "String", "return \"x\".repeat(7_000_000);")));
    var answer = lambda.invoke("big", "{}");
    assertThat(answer.functionError()).isPresent();
    assertThat(TestLambda.text(answer)).contains("Function.ResponseSizeTooLarge");
  }
}
