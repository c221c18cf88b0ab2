package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.wire.ModelRules;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/** What CloudFormation's model says of requests. Source: the model of the service. */
final class StackConstraints {
  private static final ModelRules RULES =
      new ModelRules(
          Map.ofEntries(
              Map.entry("CreateChangeSet", List.of("stackName", "changeSetName")),
              Map.entry("DescribeChangeSet", List.of("changeSetName")),
              Map.entry("ExecuteChangeSet", List.of("changeSetName")),
              Map.entry("DeleteChangeSet", List.of("changeSetName")),
              Map.entry("ListChangeSets", List.of("stackName")),
              Map.entry("DeleteStack", List.of("stackName")),
              Map.entry("CancelUpdateStack", List.of("stackName")),
              Map.entry("ContinueUpdateRollback", List.of("stackName")),
              Map.entry("DescribeStackEvents", List.of("stackName")),
              Map.entry("DetectStackDrift", List.of("stackName")),
              Map.entry("DescribeStackDriftDetectionStatus", List.of("stackDriftDetectionId")),
              Map.entry("DescribeStackResourceDrifts", List.of("stackName")),
              Map.entry(
                  "UpdateTerminationProtection",
                  List.of("stackName", "enableTerminationProtection"))),
          Map.of(
              "stackName",
              Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}|arn:[-a-zA-Z0-9:/._+]{1,2044}"),
              "changeSetName",
              Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}|arn:[-a-zA-Z0-9:/]{1,1596}"),
              "clientRequestToken",
              Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]{0,127}"),
              "nextToken",
              Pattern.compile("[0-9]{1,9}")));

  private StackConstraints() {}

  static void check(SdkPojo request) {
    RULES.check(request, StackErrors::validation);
  }
}
