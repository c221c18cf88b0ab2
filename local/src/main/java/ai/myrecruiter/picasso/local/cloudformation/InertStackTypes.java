package ai.myrecruiter.picasso.local.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** More types without effect: of the stacks that hold keys, evidence, notices and routes. */
final class InertStackTypes {
  private static final String NO_BUCKET = "the stage keeps no evidence, and no task writes any yet";
  private static final String SAME_ALIAS =
      "clients on the stage reach the same alias by its Function URL";
  private static final String NOBODY_LOOKS = "nobody looks at CloudWatch's pages on the stage";

  private InertStackTypes() {}

  static List<ResourceType> all() {
    return List.of(
        new InertType(
            "AWS::KMS::Key",
            "what the stage keeps never leaves memory; infra's tests hold the policies",
            "Id",
            Optional.of((account, name) -> account.arn("kms", "key/" + name))),
        inert("AWS::KMS::Alias", "the stage finds no key by its alias", "AliasName"),
        inert("AWS::SNS::TopicPolicy", InertTypes.NOBODY_IS_REFUSED, "Id"),
        inert("AWS::SNS::Subscription", "the stage sends no mail; it lists what is told", "Id"),
        new InertType(
            "AWS::CloudWatch::CompositeAlarm",
            "it tells people what its alarms have told the rules already",
            "AlarmName",
            Optional.of((account, name) -> account.arn("cloudwatch", "alarm:" + name))),
        inert("AWS::CloudWatch::Dashboard", NOBODY_LOOKS, "DashboardName"),
        new InertType(
            "AWS::S3::Bucket",
            NO_BUCKET,
            "BucketName",
            Optional.of((account, name) -> "arn:aws:s3:::" + name)),
        inert("AWS::S3::BucketPolicy", NO_BUCKET, "Id"),
        new StagedType(
                "AWS::ApiGatewayV2::Api",
                PropertyRules.effective("Name")
                    .withoutEffect("CorsConfiguration", SAME_ALIAS)
                    .withoutEffect("Description", SAME_ALIAS)
                    .withoutEffect("ProtocolType", SAME_ALIAS),
                Set.of("ApiEndpoint"),
                request ->
                    new Created(
                        request.name("Name"),
                        Map.of(
                            "ApiEndpoint", "https://" + request.name("Name") + ".stage.invalid")))
            .with((request, existing) -> existing, (request, existing) -> {}),
        inert("AWS::ApiGatewayV2::Integration", SAME_ALIAS, "Id"),
        inert("AWS::ApiGatewayV2::Route", SAME_ALIAS, "Id"),
        inert("AWS::ApiGatewayV2::Stage", SAME_ALIAS, "StageName"));
  }

  private static InertType inert(String name, String reason, String nameProperty) {
    return new InertType(name, reason, nameProperty, Optional.empty());
  }
}
