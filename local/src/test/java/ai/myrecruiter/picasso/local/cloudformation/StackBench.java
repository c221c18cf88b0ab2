package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Stacks of things that are only written down, on a virtual clock. */
final class StackBench implements AutoCloseable {
  static final String NAME = "s";
  final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 7);

  /** Properties of the things that exist, by physical name. */
  final Map<String, String> things = new TreeMap<>();

  final CloudFormation service =
      new CloudFormation(
          loop,
          new ResourceTypes(
              List.of(
                  thing(), new InertType("Test::Inert", "for tests", "Name", Optional.empty()))),
          Account.STAGE,
          UpdateBehaviours.parse("Test::Thing Name Key Maybe?\nTest::Inert Name"),
          StackPace.AS_AWS);
  final CloudFormationClient client = service.client();
  private int sets;

  private StagedType thing() {
    return new StagedType(
            "Test::Thing",
            PropertyRules.effective("Name", "Key", "Maybe", "Size", "Uses"),
            Set.of("Arn"),
            request -> {
              var name = request.text("Key") + request.name("Name");
              if (things.putIfAbsent(name, request.properties().toString()) != null) {
                throw new IllegalStateException(name + " already exists");
              }
              return new Created(name, Map.of("Arn", "arn:" + name));
            })
        .with(
            (request, existing) -> {
              things.put(existing.physicalId(), request.properties().toString());
              return existing;
            },
            (request, existing) -> things.remove(existing.physicalId()));
  }

  /** Asks for a change set and waits until it is known. */
  DescribeChangeSetResponse propose(ChangeSetType type, String template, String... parameters) {
    var name = "c" + ++sets;
    client.createChangeSet(request -> {
      request.stackName(NAME).changeSetName(name).changeSetType(type);
      request.templateBody(Json.of(template).toString());
      request.parameters(
          List.of(parameters).stream()
              .map(it -> it.split("="))
              .map(it -> Parameter.builder().parameterKey(it[0]).parameterValue(it[1]).build())
              .toList());
    });
    loop.runFor(Duration.ofSeconds(10));
    return describe(name);
  }

  DescribeChangeSetResponse describe(String name) {
    return client.describeChangeSet(it -> it.stackName(NAME).changeSetName(name));
  }

  /** Brings a stack to a template and waits for the end of it. */
  Stack deploy(String template, String... parameters) {
    boolean there = service.find(NAME).isPresent();
    var type = there ? ChangeSetType.UPDATE : ChangeSetType.CREATE;
    return execute(propose(type, template, parameters));
  }

  Stack execute(DescribeChangeSetResponse set) {
    client.executeChangeSet(
        it -> it.stackName(NAME).changeSetName(set.changeSetName()).clientRequestToken("t1"));
    return settle();
  }

  Stack settle() {
    loop.runFor(Duration.ofMinutes(5));
    return stack();
  }

  Stack stack() {
    return client.describeStacks(it -> it.stackName(NAME)).stacks().getFirst();
  }

  /** Events as {@code LogicalId STATUS}, the oldest first. */
  List<String> events() {
    return client.describeStackEventsPaginator(it -> it.stackName(NAME)).stackEvents().stream()
        .map(StackBench::line)
        .toList()
        .reversed();
  }

  private static String line(StackEvent event) {
    return event.logicalResourceId() + " " + event.resourceStatusAsString();
  }

  static ResourceChange change(DescribeChangeSetResponse set, String logicalId) {
    return set.changes().stream()
        .map(it -> it.resourceChange())
        .filter(it -> it.logicalResourceId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no change of " + logicalId));
  }

  /** A template of things from {@code id: properties} pairs. */
  static String things(String... resources) {
    var text = new StringBuilder();
    for (int i = 0; i < resources.length; i += 2) {
      text.append(i == 0 ? "" : ",")
          .append("'%s': {'Type': 'Test::Thing', %s}".formatted(resources[i], resources[i + 1]));
    }
    return "{'Resources': {" + text + "}}";
  }

  @Override
  public void close() {
    loop.close();
  }
}
