package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** The calls on change sets. */
final class ChangeSetCalls {
  private static final String NO_CHANGES =
      "The submitted information didn't contain changes. Submit different information to create a"
          + " change set.";
  private final CloudFormation service;

  ChangeSetCalls(CloudFormation service) {
    this.service = service;
  }

  /** Asks for a change set; a creation opens the stack in review. */
  public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request) {
    return service.loop.call(() -> {
      var stack = stack(request);
      if (stack.changeSets.containsKey(request.changeSetName())) {
        throw StackErrors.changeSetExists(request.changeSetName());
      }
      var set =
          new LiveChangeSet(
              stack.id.replaceFirst(":stack/[^/]+/", ":changeSet/" + request.changeSetName() + "/")
                  + "-"
                  + stack.changeSets.size(),
              request,
              new ChangeSetInput(service, stack, request).plan(),
              service.loop.now());
      stack.changeSets.put(set.name(), set);
      service.loop.after(service.pace.changeSet(), () -> compute(stack, set));
      return CreateChangeSetResponse.builder().id(set.id).stackId(stack.id).build();
    });
  }

  private LiveStack stack(CreateChangeSetRequest request) {
    var found = service.find(request.stackName()).filter(it -> it.deleted.isEmpty());
    boolean creates =
        request.changeSetType() != null && request.changeSetType().toString().equals("CREATE");
    if (creates) {
      var stack = found.orElseGet(() -> begin(request));
      if (stack.status != StackStatus.REVIEW_IN_PROGRESS) {
        throw StackErrors.validation(
            "Stack [%s] already exists and cannot be created again with the changeSet [%s]."
                .formatted(stack.name, request.changeSetName()));
      }
      return stack;
    }
    var stack =
        found.orElseThrow(() ->
            StackErrors.validation("Stack [%s] does not exist".formatted(request.stackName())));
    if (!stack.updatable()) {
      throw StackErrors.state(stack, "updated");
    }
    return stack;
  }

  private LiveStack begin(CreateChangeSetRequest request) {
    var stack = service.open(request.stackName());
    stack.become(StackStatus.REVIEW_IN_PROGRESS, "User Initiated", service.loop.now());
    return stack;
  }

  private void compute(LiveStack stack, LiveChangeSet set) {
    if (set.status == ChangeSetStatus.DELETE_COMPLETE) {
      return;
    }
    set.changes =
        new StackDifference(stack, set.plan, service.behaviours, service.exports).changes();
    if (set.changes.isEmpty() && sameParameters(stack, set)) {
      set.fail(NO_CHANGES);
    } else {
      set.status = ChangeSetStatus.CREATE_COMPLETE;
      set.execution = ExecutionStatus.AVAILABLE;
    }
  }

  private static boolean sameParameters(LiveStack stack, LiveChangeSet set) {
    return stack
        .plan
        .map(it -> it.values().parameters().equals(set.plan.values().parameters()))
        .orElse(false);
  }

  private LiveChangeSet require(String name, String stackName) {
    for (var stack : service.all()) {
      boolean its = stackName == null || stack.name.equals(stackName) || stack.id.equals(stackName);
      for (var set : stack.changeSets.values()) {
        if (set.id.equals(name) || (its && stackName != null && set.name().equals(name))) {
          return set;
        }
      }
    }
    throw StackErrors.noChangeSet(name);
  }

  private LiveStack owner(LiveChangeSet set) {
    return service.all().stream()
        .filter(stack -> stack.changeSets.containsValue(set))
        .findFirst()
        .orElseThrow(() -> StackErrors.noChangeSet(set.name()));
  }

  /** Describes one, with the changes it would make. */
  public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
    return service.loop.call(() -> {
      var set = require(request.changeSetName(), request.stackName());
      return set.described(owner(set));
    });
  }

  /** Lists those of a stack. */
  public ListChangeSetsResponse listChangeSets(ListChangeSetsRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      return ListChangeSetsResponse.builder()
          .summaries(
              stack.changeSets.values().stream()
                  .map(set -> set.summary(stack))
                  .collect(Collectors.toList()))
          .build();
    });
  }

  /** Executes one; every other of the stack is gone then. */
  public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request) {
    return service.loop.call(() -> {
      var set = require(request.changeSetName(), request.stackName());
      var stack = owner(set);
      if (set.execution != ExecutionStatus.AVAILABLE) {
        throw StackErrors.changeSetStatus(set);
      }
      if (stack.inProgress() && stack.status != StackStatus.REVIEW_IN_PROGRESS) {
        throw StackErrors.changeSetStatus(set);
      }
      stack.token = Optional.ofNullable(request.clientRequestToken()).orElse("");
      stack.updated = set.creates() ? stack.updated : Optional.of(service.loop.now());
      stack.changeSets.values().removeIf(it -> it != set);
      set.execution = ExecutionStatus.EXECUTE_IN_PROGRESS;
      var run =
          new StackRun(
              stack,
              set.plan,
              service.steps,
              set.creates(),
              () -> {
                set.execution = ExecutionStatus.EXECUTE_COMPLETE;
                service.deployed(stack, set.creates());
              });
      stack.run = Optional.of(run);
      run.begin();
      return ExecuteChangeSetResponse.builder().build();
    });
  }

  /** Deletes one that was not executed. */
  public DeleteChangeSetResponse deleteChangeSet(DeleteChangeSetRequest request) {
    return service.loop.call(() -> {
      var set = require(request.changeSetName(), request.stackName());
      if (set.execution == ExecutionStatus.EXECUTE_IN_PROGRESS) {
        throw StackErrors.changeSetStatus(set);
      }
      owner(set).changeSets.remove(set.name());
      set.status = ChangeSetStatus.DELETE_COMPLETE;
      return DeleteChangeSetResponse.builder().build();
    });
  }

  /** The parameters that a template declares. */
  public GetTemplateSummaryResponse getTemplateSummary(GetTemplateSummaryRequest request) {
    return service.loop.call(() -> {
      var template =
          request.stackName() == null
              ? ChangeSetInput.read(service, request.templateBody(), request.templateURL())
              : service.require(request.stackName()).template().template();
      return GetTemplateSummaryResponse.builder()
          .parameters(
              template.path("Parameters").properties().stream()
                  .map(it ->
                      ParameterDeclaration.builder()
                          .parameterKey(it.getKey())
                          .parameterType(it.getValue().path("Type").asText())
                          .defaultValue(it.getValue().path("Default").asText(null))
                          .build())
                  .toList())
          .build();
    });
  }

  /** The template of a stack, or the one that a change set brings. */
  public GetTemplateResponse getTemplate(GetTemplateRequest request) {
    return service.loop.call(() -> {
      var template =
          request.changeSetName() == null
              ? service.require(request.stackName()).template()
              : require(request.changeSetName(), request.stackName()).plan.source();
      return GetTemplateResponse.builder()
          .templateBody(template.template().toString())
          .stagesAvailable(TemplateStage.ORIGINAL, TemplateStage.PROCESSED)
          .build();
    });
  }
}
