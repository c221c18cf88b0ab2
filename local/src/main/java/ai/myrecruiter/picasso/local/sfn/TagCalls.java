package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StateMachines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sfn.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TagResourceRequest;
import software.amazon.awssdk.services.sfn.model.TagResourceResponse;
import software.amazon.awssdk.services.sfn.model.UntagResourceRequest;
import software.amazon.awssdk.services.sfn.model.UntagResourceResponse;

/** The calls about tags of state machines. */
final class TagCalls {
  private final Calls calls;
  private final StateMachines machines;

  TagCalls(Calls calls) {
    this.calls = calls;
    this.machines = calls.core().machines();
  }

  static Map<String, String> map(List<Tag> tags) {
    var map = new LinkedHashMap<String, String>();
    tags.forEach(tag -> map.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    return map;
  }

  public TagResourceResponse tagResource(TagResourceRequest request) {
    return calls.answer(
        request,
        () -> {
          machines.tag(request.resourceArn(), map(request.tags()));
          return TagResourceResponse.builder().build();
        },
        "resourceArn");
  }

  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return calls.answer(
        request,
        () -> {
          machines.untag(request.resourceArn(), request.tagKeys());
          return UntagResourceResponse.builder().build();
        },
        "resourceArn");
  }

  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return calls.answer(
        request,
        () -> {
          var tags = new TreeMap<>(machines.tags(request.resourceArn()));
          return ListTagsForResourceResponse.builder()
              .tags(
                  tags.entrySet().stream()
                      .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                      .toList())
              .build();
        },
        "resourceArn");
  }
}
