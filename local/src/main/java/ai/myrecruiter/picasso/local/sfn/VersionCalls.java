package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.MachineVersion;
import ai.myrecruiter.picasso.local.engine.MachineVersions;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineVersionResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachineVersionsResponse;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionRequest;
import software.amazon.awssdk.services.sfn.model.PublishStateMachineVersionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;

/** The calls about versions of state machines. */
final class VersionCalls {
  private final Calls calls;
  private final MachineVersions versions;

  VersionCalls(Calls calls) {
    this.calls = calls;
    this.versions = calls.core().versions();
  }

  public PublishStateMachineVersionResponse publishStateMachineVersion(
      PublishStateMachineVersionRequest request) {
    return calls.answer(
        request,
        () -> {
          var version =
              versions.publish(
                  request.stateMachineArn(),
                  Optional.ofNullable(request.revisionId()),
                  Optional.ofNullable(request.description()).orElse(""));
          return PublishStateMachineVersionResponse.builder()
              .stateMachineVersionArn(version.arn())
              .creationDate(version.creationDate())
              .build();
        },
        "stateMachineArn");
  }

  public ListStateMachineVersionsResponse listStateMachineVersions(
      ListStateMachineVersionsRequest request) {
    return calls.answer(
        request,
        () -> {
          var page =
              Page.of(
                  versions.all(request.stateMachineArn()),
                  MachineVersion::arn,
                  request.maxResults(),
                  request.nextToken());
          return ListStateMachineVersionsResponse.builder()
              .stateMachineVersions(page.items().stream().map(VersionCalls::item).toList())
              .nextToken(page.next().orElse(null))
              .build();
        },
        "stateMachineArn");
  }

  private static StateMachineVersionListItem item(MachineVersion version) {
    return StateMachineVersionListItem.builder()
        .stateMachineVersionArn(version.arn())
        .creationDate(version.creationDate())
        .build();
  }

  public DeleteStateMachineVersionResponse deleteStateMachineVersion(
      DeleteStateMachineVersionRequest request) {
    return calls.answer(
        request,
        () -> {
          versions.delete(request.stateMachineVersionArn());
          return DeleteStateMachineVersionResponse.builder().build();
        },
        "stateMachineVersionArn");
  }
}
