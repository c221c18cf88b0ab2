package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.sdk.Ids;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsResponse;
import software.amazon.awssdk.services.cloudformation.model.DetectStackDriftRequest;
import software.amazon.awssdk.services.cloudformation.model.DetectStackDriftResponse;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;

/** The calls that find what was changed past CloudFormation. */
final class DriftCalls {
  private record Detection(LiveStack stack, Instant ends) {}

  private final CloudFormation service;
  private final Map<String, Detection> detections = new HashMap<>();

  DriftCalls(CloudFormation service) {
    this.service = service;
  }

  /** Begins to look for drift. */
  public DetectStackDriftResponse detectStackDrift(DetectStackDriftRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      var id = Ids.uuid(service.loop.random());
      var ends = service.loop.now().plus(service.pace.changeSet());
      detections.put(id, new Detection(stack, ends));
      service.loop.at(
          ends,
          () ->
              stack.driftLook = Optional.of(new LiveStack.DriftLook(!stack.drift.isEmpty(), ends)));
      return DetectStackDriftResponse.builder().stackDriftDetectionId(id).build();
    });
  }

  /** Says how far the look is and what it found. */
  public DescribeStackDriftDetectionStatusResponse describeStackDriftDetectionStatus(
      DescribeStackDriftDetectionStatusRequest request) {
    return service.loop.call(() -> {
      var detection =
          Optional.ofNullable(detections.get(request.stackDriftDetectionId()))
              .orElseThrow(() ->
                  StackErrors.validation(
                      "Drift detection %s does not exist"
                          .formatted(request.stackDriftDetectionId())));
      var answer =
          DescribeStackDriftDetectionStatusResponse.builder()
              .stackDriftDetectionId(request.stackDriftDetectionId())
              .stackId(detection.stack().id)
              .timestamp(service.loop.now());
      if (service.loop.now().isBefore(detection.ends())) {
        return answer.detectionStatus(StackDriftDetectionStatus.DETECTION_IN_PROGRESS).build();
      }
      int drifted = detection.stack().drift.size();
      return answer
          .detectionStatus(StackDriftDetectionStatus.DETECTION_COMPLETE)
          .stackDriftStatus(drifted == 0 ? StackDriftStatus.IN_SYNC : StackDriftStatus.DRIFTED)
          .driftedStackResourceCount(drifted)
          .build();
    });
  }

  /** The resources that differ from the template. */
  public DescribeStackResourceDriftsResponse describeStackResourceDrifts(
      DescribeStackResourceDriftsRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      return DescribeStackResourceDriftsResponse.builder()
          .stackResourceDrifts(
              stack.drift.stream()
                  .sorted()
                  .map(id ->
                      StackResourceDrift.builder()
                          .stackId(stack.id)
                          .logicalResourceId(id)
                          .resourceType(
                              Optional.ofNullable(stack.resources.get(id))
                                  .map(it -> it.type().name())
                                  .orElse("AWS::CloudFormation::Stack"))
                          .stackResourceDriftStatus(StackResourceDriftStatus.MODIFIED)
                          .timestamp(service.loop.now())
                          .build())
                  .toList())
          .build();
    });
  }
}
