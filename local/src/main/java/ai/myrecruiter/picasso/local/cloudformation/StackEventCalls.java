package ai.myrecruiter.picasso.local.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

/** The calls on what happened to a stack and its resources. */
final class StackEventCalls {
  private static final int PAGE = 100;
  private final CloudFormation service;

  StackEventCalls(CloudFormation service) {
    this.service = service;
  }

  /** Events, the latest first, a hundred a page. */
  public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
    return service.loop.call(() -> {
      var events = new ArrayList<>(service.require(request.stackName()).events);
      Collections.reverse(events);
      int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      int to = Math.min(from + PAGE, events.size());
      return DescribeStackEventsResponse.builder()
          .stackEvents(events.subList(from, to))
          .nextToken(to < events.size() ? Integer.toString(to) : null)
          .build();
    });
  }

  /** Where each resource of a stack is. */
  public DescribeStackResourcesResponse describeStackResources(
      DescribeStackResourcesRequest request) {
    return service.loop.call(() -> {
      var stack = service.require(request.stackName());
      return DescribeStackResourcesResponse.builder()
          .stackResources(
              stack.states.entrySet().stream()
                  .filter(it ->
                      request.logicalResourceId() == null
                          || it.getKey().equals(request.logicalResourceId()))
                  .map(it ->
                      StackResource.builder()
                          .stackId(stack.id)
                          .stackName(stack.name)
                          .logicalResourceId(it.getKey())
                          .physicalResourceId(it.getValue().physicalId())
                          .resourceType(it.getValue().type())
                          .resourceStatus(it.getValue().status())
                          .resourceStatusReason(
                              it.getValue().reason().isEmpty() ? null : it.getValue().reason())
                          .timestamp(it.getValue().at())
                          .build())
                  .toList())
          .build();
    });
  }
}
