package ai.myrecruiter.picasso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

final class TaskTest {
  private final List<String> logs = new ArrayList<>();

  private record Name(String name) {}

  /** A task of the test's own. */
  private static final class Greet extends Task<Name, Name> {
    private final UnaryOperator<String> greeting;

    Greet(UnaryOperator<String> greeting) {
      super(Name.class);
      this.greeting = greeting;
    }

    @Override
    protected Name run(Name request) {
      return new Name(greeting.apply(request.name()));
    }
  }

  private String handle(Greet task, String input) throws IOException {
    var out = new ByteArrayOutputStream();
    task.handleRequest(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, new Here());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void readsItsInputAndWritesItsOutput() throws IOException {
    var answer = handle(new Greet(name -> "Hello " + name), "{\"name\":\"\u00c4nne\"}");
    assertThat(answer).isEqualTo("{\"name\":\"Hello \u00c4nne\"}");
  }

  @Test
  void logsTheTaskAndItsOutcomeButNothingThatWasSaid() throws IOException {
    handle(new Greet(name -> name), "{\"name\":\"Mrs Secret\"}");
    assertThat(logs).hasSize(1);
    assertThat(logs.getFirst())
        .contains("\"task\":\"Greet\"", "\"outcome\":\"done\"", "\"requestId\":\"request-1\"")
        .doesNotContain("Secret");
  }

  @Test
  void aFailureOfAServiceIsOneToTryAgain() {
    var task =
        new Greet(name -> {
          throw SdkClientException.create("The connection was reset.");
        });
    assertThatThrownBy(() -> handle(task, "{\"name\":\"x\"}"))
        .isInstanceOf(TransientFailure.class)
        .hasMessage("Greet: The connection was reset. The state machine tries again.")
        .hasCauseInstanceOf(SdkClientException.class);
    assertThat(logs.getFirst()).contains("\"code\":\"transient-failure\"");
  }

  @Test
  void aRefusalGoesOutUnderItsOwnName() {
    var refusal = new InvalidInput("$.name", "x", "must be longer", "give more");
    var task =
        new Greet(name -> {
          throw refusal;
        });
    assertThatThrownBy(() -> handle(task, "{\"name\":\"x\"}")).isSameAs(refusal);
    assertThat(logs.getFirst())
        .contains("\"outcome\":\"failed\"", "\"code\":\"" + refusal.code() + "\"");
  }

  @Test
  void refusesAnInputThatIsNotItsOwn() {
    for (var input : new String[] {"", "[]", "{\"name\":", "\"text\""}) {
      assertThatThrownBy(() -> handle(new Greet(name -> name), input))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("$");
    }
  }

  @Test
  void anythingElseThatGoesWrongIsNotHidden() {
    var task =
        new Greet(name -> {
          throw new IllegalStateException("a mistake in the task");
        });
    assertThatThrownBy(() -> handle(task, "{\"name\":\"x\"}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a mistake in the task");
  }

  @Test
  void whatATaskWaitsForIsNeitherARefusalNorTransient() {
    assertThat(new NotReadyYet("Version 5 is Pending.").code()).isEqualTo("not-ready-yet");
    assertThat(new TransientFailure("x", new IOException("y")).code())
        .isEqualTo("transient-failure");
  }

  @Test
  void aTargetForAnAliasIsItsWeightsAndItsMemory() {
    var one = new VersionNumber(1);
    var memory = new AliasMemory(1, one, Optional.empty(), new RolloutId("rollout-1"));
    assertThat(new AliasTarget(AliasWeights.all(one), memory))
        .isNotEqualTo(
            new AliasTarget(
                AliasWeights.all(one),
                new AliasMemory(2, one, Optional.empty(), new RolloutId("rollout-1"))));
  }

  /** What Lambda tells a handler of its invocation, as far as a task asks. */
  private final class Here implements Context {
    @Override
    public String getAwsRequestId() {
      return "request-1";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "greet";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:us-east-1:000000000000:function:greet";
    }

    @Override
    public CognitoIdentity getIdentity() {
      throw new UnsupportedOperationException("no task asks for an identity");
    }

    @Override
    public ClientContext getClientContext() {
      throw new UnsupportedOperationException("no task asks for a client context");
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 3000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {
          logs.add(message);
        }

        @Override
        public void log(byte[] message) {
          logs.add(new String(message, StandardCharsets.UTF_8));
        }
      };
    }
  }
}
