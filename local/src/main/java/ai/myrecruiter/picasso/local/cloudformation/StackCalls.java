package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/** The calls on stacks as wholes. */
final class StackCalls {
  private final CloudFormation service;

  StackCalls(CloudFormation service) {
    this.service = service;
  }

  /** Describes one stack, or all. */
  public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
    return service.loop.call(() -> {
      var found =
          request.stackName() == null
              ? List.copyOf(service.all())
              : List.of(service.require(request.stackName()));
      return DescribeStacksResponse.builder()
          .stacks(found.stream().map(StackCalls::shown).toList())
          .build();
    });
  }

  private static Stack shown(LiveStack stack) {
    return Stack.builder()
        .stackId(stack.id)
        .stackName(stack.name)
        .creationTime(stack.created)
        .lastUpdatedTime(stack.updated.orElse(null))
        .deletionTime(stack.deleted.orElse(null))
        .stackStatus(stack.status)
        .stackStatusReason(stack.reason.isEmpty() ? null : stack.reason)
        .driftInformation(drift ->
            stack.driftLook.ifPresentOrElse(
                look ->
                    drift
                        .stackDriftStatus(look.drifted() ? "DRIFTED" : "IN_SYNC")
                        .lastCheckTimestamp(look.at()),
                () -> drift.stackDriftStatus("NOT_CHECKED")))
        .enableTerminationProtection(stack.protectedFromDeletion)
        .parameters(stack.plan.map(plan -> parameters(plan)).orElse(List.of()))
        .outputs(
            stack.outputs.entrySet().stream()
                .map(it ->
                    Output.builder().outputKey(it.getKey()).outputValue(it.getValue()).build())
                .toList())
        .build();
  }

  private static List<Parameter> parameters(PlannedStack plan) {
    return plan.values().parameters().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it ->
            Parameter.builder()
                .parameterKey(it.getKey())
                .parameterValue(it.getValue().asText())
                .build())
        .toList();
  }

  /** Deletes a stack; one that is not there, or is gone, stays so. */
  public DeleteStackResponse deleteStack(DeleteStackRequest request) {
    return service.loop.call(() -> {
      service
          .find(request.stackName())
          .filter(it -> it.deleted.isEmpty() && it.status != StackStatus.DELETE_IN_PROGRESS)
          .ifPresent(stack -> delete(stack, request));
      return DeleteStackResponse.builder().build();
    });
  }

  private void delete(LiveStack stack, DeleteStackRequest request) {
    if (stack.protectedFromDeletion) {
      throw StackErrors.validation(
          "Stack [%s] cannot be deleted while TerminationProtection is enabled"
              .formatted(stack.name));
    }
    if (stack.inProgress() && stack.status != StackStatus.REVIEW_IN_PROGRESS) {
      throw StackErrors.state(stack, "deleted");
    }
    stack.token = Optional.ofNullable(request.clientRequestToken()).orElse("");
    stack.become(StackStatus.DELETE_IN_PROGRESS, "User Initiated", service.loop.now());
    var left = new ArrayDeque<StackResource>();
    stack.resources.values().forEach(left::push);
    request.retainResources().forEach(id -> left.removeIf(it -> it.logicalId().equals(id)));
    new StackRemoval(stack, service.steps, () -> service.forget(stack)).remove(left);
  }

  /** Protects a stack from deletion, or no longer. */
  public UpdateTerminationProtectionResponse updateTerminationProtection(
      UpdateTerminationProtectionRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      stack.protectedFromDeletion = request.enableTerminationProtection();
      return UpdateTerminationProtectionResponse.builder().stackId(stack.id).build();
    });
  }

  /** Ends an update that runs; it is rolled back. */
  public CancelUpdateStackResponse cancelUpdateStack(CancelUpdateStackRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      if (stack.status != StackStatus.UPDATE_IN_PROGRESS) {
        throw StackErrors.validation(
            "CancelUpdateStack cannot be called from current stack status");
      }
      stack.run.ifPresent(StackRun::cancel);
      return CancelUpdateStackResponse.builder().build();
    });
  }

  /** Goes on with a rollback that failed. */
  public ContinueUpdateRollbackResponse continueUpdateRollback(
      ContinueUpdateRollbackRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      if (stack.status != StackStatus.UPDATE_ROLLBACK_FAILED) {
        throw StackErrors.validation(
            "Stack:%s is in %s state and can not continue update rollback."
                .formatted(stack.id, stack.status));
      }
      stack.token = Optional.ofNullable(request.clientRequestToken()).orElse("");
      stack.unfinished.ifPresent(it -> it.continueRollback(Set.copyOf(request.resourcesToSkip())));
      return ContinueUpdateRollbackResponse.builder().build();
    });
  }
}
