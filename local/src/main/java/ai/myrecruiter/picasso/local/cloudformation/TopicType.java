package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.local.sns.Topics;
import java.util.Map;
import java.util.Set;

/** Topics of the stage's SNS. */
final class TopicType {
  private final Topics topics;

  TopicType(Topics topics) {
    this.topics = topics;
  }

  StagedType type() {
    return new StagedType(
            "AWS::SNS::Topic",
            PropertyRules.effective("TopicName")
                .withoutEffect("KmsMasterKeyId", "the stage's notices never leave memory"),
            Set.of("TopicArn", "TopicName"),
            request -> {
              var name = request.name("TopicName");
              var arn = topics.create(name);
              return new Created(arn, Map.of("TopicArn", arn, "TopicName", name));
            })
        .with((request, existing) -> existing, (request, it) -> topics.delete(it.physicalId()));
  }
}
