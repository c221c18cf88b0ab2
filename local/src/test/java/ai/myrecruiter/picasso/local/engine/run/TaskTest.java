package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.failsRaw;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.isRefused;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.FakeFunctions;
import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import ai.myrecruiter.picasso.local.engine.history.EventDetails;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TaskTest {
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:work";
  private static final String INVOKE = Machines.single(Machines.invoke("work", ""));
  private static final String PLAIN =
      Machines.single("{\"Type\": \"Task\", \"Resource\": \"" + ARN + "\"}");

  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void writesTheEventsOfAnIntegration() {
    bench.functions().when("work", returns("1"));
    var end = bench.run(INVOKE, "{}");
    assertThat(bench.shape(end))
        .isEqualTo(
            """
            1<0 ExecutionStarted
            2<0 TaskStateEntered
            3<2 TaskScheduled
            4<3 TaskStarted
            5<4 TaskSucceeded
            6<5 TaskStateExited
            7<6 ExecutionSucceeded\
            """);
    assertThat(bench.history(end).get(2).details())
        .isEqualTo(
            new EventDetails.TaskScheduled(
                new EventDetails.Target("lambda", "invoke"),
                "us-east-1",
                "{\"FunctionName\":\"work\",\"Payload\":{}}",
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void writesTheEventsOfAPlainFunction() {
    bench.functions().when(ARN, returns("1"));
    var end = bench.run(PLAIN, "{\"a\":1}");
    assertThat(bench.types(end))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "LambdaFunctionScheduled",
            "LambdaFunctionStarted",
            "LambdaFunctionSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
    assertThat(end.output()).contains("1");
    assertThat(bench.functions().calls()).containsExactly(ARN + " {\"a\":1}");
  }

  @Test
  void takesTheErrorTypeOfAFunctionAndItsWholeAnswer() {
    bench.functions().when("work", fails("com.acme.Task$NotReady", "wait"));
    var end = bench.run(INVOKE, "{}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).contains("com.acme.Task$NotReady");
    assertThat(end.cause())
        .contains("{\"errorType\":\"com.acme.Task$NotReady\",\"errorMessage\":\"wait\"}");
    assertThat(bench.types(end)).endsWith("TaskStarted", "TaskFailed", "ExecutionFailed");
  }

  @Test
  void keepsTheBytesOfAnErrorAsTheFunctionWroteThem() {
    bench.functions().when(ARN, failsRaw("{\"errorType\": \"E\",  \"x\": [1]}"));
    var end = bench.run(PLAIN, "{}");
    assertThat(end.cause()).contains("{\"errorType\": \"E\",  \"x\": [1]}");
    assertThat(bench.types(end))
        .endsWith("LambdaFunctionStarted", "LambdaFunctionFailed", "ExecutionFailed");
  }

  @Test
  void callsAnErrorWithoutTypeUnknown() {
    bench.functions().when("work", failsRaw("{}"), failsRaw("Runtime exited"));
    assertThat(bench.run(INVOKE, "{}").error()).contains("Lambda.Unknown");
    assertThat(bench.run(INVOKE, "{}").cause())
        .contains(
            "The cause could not be determined because Lambda did not return an error type."
                + " Returned payload: Runtime exited");
  }

  @Test
  void takesTheErrorOfTheService() {
    bench.functions().when("work", isRefused("Lambda.TooManyRequestsException", "slow down"));
    var end = bench.run(INVOKE, "{}");
    assertThat(end.error()).contains("Lambda.TooManyRequestsException");
    assertThat(end.cause()).contains("slow down");
  }

  @Test
  void takesARefusalThatIsThrownAtOnce() {
    bench
        .functions()
        .when(
            "work",
            payload -> {
              throw new LambdaFailure("Lambda.ServiceException", "down");
            });
    assertThat(bench.run(INVOKE, "{}").error()).contains("Lambda.ServiceException");
  }

  @Test
  void endsTheExecutionOnADefectAndThrowsItOn() {
    bench
        .functions()
        .when(
            "work",
            payload -> {
              throw new IllegalStateException("defect");
            });
    var execution = bench.start(INVOKE, "{}");
    assertThatThrownBy(() -> bench.finish(execution)).hasMessage("defect");
    assertThat(bench.now(execution).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(bench.now(execution).cause()).contains("defect");
    assertThat(bench.types(execution)).endsWith("TaskScheduled", "ExecutionFailed");
  }

  @Test
  void failsOnAFunctionThatIsNotThere() {
    assertThat(bench.run(INVOKE, "{}").error()).contains("Lambda.ResourceNotFoundException");
  }

  @Test
  void failsOnAnAnswerThatIsNotJson() {
    bench.functions().when("work", returns("<html>"));
    var end = bench.run(INVOKE, "{}");
    assertThat(end.error()).contains("Lambda.Unknown");
    assertThat(end.cause().orElseThrow()).startsWith("The function's answer is not JSON");
  }

  @Test
  void readsAnEmptyAnswerAsNull() {
    bench.functions().when(ARN, returns(""));
    assertThat(bench.run(PLAIN, "{}").output()).contains("null");
  }

  @Test
  void addsTheQualifierToTheName() {
    bench.functions().when("work:live", returns("1"));
    var end =
        bench.run(
            Machines.single(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                 "Parameters": {"FunctionName": "work", "Qualifier": "live"}}\
                """),
            "{\"a\":1}");
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(bench.functions().calls()).containsExactly("work:live {}");
  }

  @Test
  void refusesAnInvocationThatDoesNotWait() {
    var end =
        bench.run(
            Machines.single(
                """
                {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                 "Parameters": {"FunctionName": "work", "InvocationType.$": "$.type"}}\
                """),
            "{\"type\": \"Event\"}");
    assertThat(end.error()).contains("Lambda.InvalidParameterValueException");
    assertThat(end.cause().orElseThrow()).contains("'Event'");
  }

  @Test
  void refusesATaskWithoutFunctionNameBeforeItIsScheduled() {
    var end =
        bench.run(
            Machines.single(
                "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"}"),
            "{}");
    assertThat(end.error()).contains("States.Runtime");
    assertThat(end.cause().orElseThrow())
        .endsWith(
            "The Parameters '{}' could not be used to start the Task: [The field 'FunctionName' is"
                + " required but was missing]");
    assertThat(bench.types(end))
        .containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
  }

  @Test
  void letsNobodyCatchParametersThatAreWrong() {
    var caught =
        Machines.caught(
            "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\"}", "States.ALL");
    assertThat(bench.run(caught, "{}").error()).contains("States.Runtime");
  }

  @Test
  void waitsForAFunctionThatTakesItsTime() {
    bench
        .functions()
        .when("work", bench.functions().after(Duration.ofMinutes(3), FakeFunctions.returns("1")));
    assertThat(bench.took(bench.run(INVOKE, "{}"))).isEqualTo(Duration.ofMinutes(3));
  }
}
