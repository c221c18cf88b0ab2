package ai.myrecruiter.picasso.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;

final class SdkOperationsTest {
  private final SdkOperations operations = SdkOperations.of(new Stops());

  /** One call, as the stage has many. */
  static final class Stops {
    public StopExecutionResponse stopExecution(StopExecutionRequest request) {
      if (request.cause() == null) {
        throw new IllegalStateException("no cause");
      }
      return StopExecutionResponse.builder().stopDate(Instant.ofEpochMilli(1_500)).build();
    }

    void notACall() {}
  }

  @Test
  void haveTheNamesOfTheService() {
    assertThat(operations.names()).containsExactly("StopExecution");
    assertThat(operations.named("stopExecution")).isEmpty();
  }

  @Test
  void answerWhatTheCallAnswers() {
    var answer = ask("{\"cause\": \"c\", \"unknown\": 1, \"error\": null}");
    assertThat(answer).hasToString("{\"stopDate\":1.500}");
  }

  @Test
  void throwWhatTheCallThrows() {
    assertThatThrownBy(() -> ask("{}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no cause");
  }

  @Test
  void refuseAValueOfAnotherType() {
    assertThatThrownBy(() -> ask("{\"cause\": 5}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the field 'cause' does not take 5");
  }

  private ObjectNode ask(String json) {
    var request = (ObjectNode) Json.parse(json);
    return PojoJson.write(
        operations
            .named("StopExecution")
            .orElseThrow()
            .answer(builder -> PojoJson.read(request, builder)));
  }
}
