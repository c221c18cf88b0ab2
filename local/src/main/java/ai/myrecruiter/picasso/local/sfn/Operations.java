package ai.myrecruiter.picasso.local.sfn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The calls that come over HTTP, each handed to the client that has them in process. */
final class Operations {
  private final Map<String, Operation> byName;

  /** Turns the JSON of a request into the JSON of its answer. */
  @FunctionalInterface
  interface Operation {
    ObjectNode answer(ObjectNode request);
  }

  Operations(SfnClient client) {
    this.byName =
        Map.ofEntries(
            Map.entry(
                "CreateStateMachine",
                of(CreateStateMachineRequest::builder, client::createStateMachine)),
            Map.entry(
                "ValidateStateMachineDefinition",
                of(
                    ValidateStateMachineDefinitionRequest::builder,
                    client::validateStateMachineDefinition)),
            Map.entry(
                "DescribeStateMachine",
                of(DescribeStateMachineRequest::builder, client::describeStateMachine)),
            Map.entry(
                "DescribeStateMachineForExecution",
                of(
                    DescribeStateMachineForExecutionRequest::builder,
                    client::describeStateMachineForExecution)),
            Map.entry(
                "ListStateMachines",
                of(ListStateMachinesRequest::builder, client::listStateMachines)),
            Map.entry("StartExecution", of(StartExecutionRequest::builder, client::startExecution)),
            Map.entry("StopExecution", of(StopExecutionRequest::builder, client::stopExecution)),
            Map.entry(
                "DescribeExecution",
                of(DescribeExecutionRequest::builder, client::describeExecution)),
            Map.entry("ListExecutions", of(ListExecutionsRequest::builder, client::listExecutions)),
            Map.entry(
                "GetExecutionHistory",
                of(GetExecutionHistoryRequest::builder, client::getExecutionHistory)),
            Map.entry(
                "SendTaskSuccess", of(SendTaskSuccessRequest::builder, client::sendTaskSuccess)),
            Map.entry(
                "SendTaskFailure", of(SendTaskFailureRequest::builder, client::sendTaskFailure)),
            Map.entry(
                "SendTaskHeartbeat",
                of(SendTaskHeartbeatRequest::builder, client::sendTaskHeartbeat)));
  }

  /** The operation of a name, if the stage has it. */
  Optional<Operation> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private static <B extends SdkPojo & SdkBuilder<B, Q>, Q> Operation of(
      Supplier<B> builder, Function<Q, ? extends SdkPojo> call) {
    return json -> {
      var request = builder.get();
      PojoJson.read(json, request);
      return PojoJson.write(call.apply(request.build()));
    };
  }
}
