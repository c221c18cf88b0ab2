package ai.myrecruiter.picasso.workflows.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules for what the world can reach. */
final class ExposureRules implements RiskRule {
  private static final String RULE = "public-exposure";
  private static final Map<String, String> POLICIES =
      Map.of(
          "AWS::KMS::Key", "KeyPolicy",
          "AWS::S3::BucketPolicy", "PolicyDocument",
          "AWS::SNS::TopicInlinePolicy", "PolicyDocument",
          "AWS::SNS::TopicPolicy", "PolicyDocument",
          "AWS::SQS::QueuePolicy", "PolicyDocument",
          "AWS::SecretsManager::ResourcePolicy", "ResourcePolicy");

  @Override
  public List<Risk> risks(Reviewed it) {
    var risks = new ArrayList<Risk>();
    if (it.removed()) {
      if (it.is("AWS::S3::BucketPolicy")) {
        it.risk(RULE, Severity.APPROVE, "-", "what it denies would be denied no longer")
            .ifPresent(risks::add);
      }
      return risks;
    }
    switch (it.change().type()) {
      case "AWS::Lambda::Permission" -> permission(it, risks);
      case "AWS::Lambda::Url" -> url(it, risks);
      case "AWS::S3::Bucket" -> bucket(it, risks);
      default -> policy(it, risks);
    }
    return risks;
  }

  private static void permission(Reviewed it, List<Risk> risks) {
    if (!it.now("Principal").asText().equals("*") || it.before().equals(it.after())) {
      return;
    }
    boolean byUrl =
        it.now("FunctionUrlAuthType").asText().equals("NONE")
            || it.now("InvokedViaFunctionUrl").asBoolean();
    it.risk(
            RULE,
            byUrl ? Severity.APPROVE : Severity.BLOCK,
            "Principal",
            byUrl
                ? "anybody may call the function by its URL"
                : "anybody with an AWS account may invoke the function past its URL")
        .ifPresent(risks::add);
  }

  private static void url(Reviewed it, List<Risk> risks) {
    if (it.now("AuthType").asText().equals("NONE") && !it.old("AuthType").asText().equals("NONE")) {
      it.risk(RULE, Severity.APPROVE, "AuthType", "the function is reached without a signature")
          .ifPresent(risks::add);
    }
    var before = texts(it.old("Cors").path("AllowOrigins"));
    for (var origin : texts(it.now("Cors").path("AllowOrigins"))) {
      if (origin.equals("*")) {
        it.risk(RULE, Severity.BLOCK, "Cors.AllowOrigins", "any page could call with a token")
            .ifPresent(risks::add);
      } else if (!before.contains(origin) && !it.added()) {
        it.risk(RULE, Severity.APPROVE, "Cors.AllowOrigins", "pages of " + origin + " may call")
            .ifPresent(risks::add);
      }
    }
  }

  private static void bucket(Reviewed it, List<Risk> risks) {
    var block = it.now("PublicAccessBlockConfiguration");
    for (var field :
        List.of(
            "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")) {
      if (!block.path(field).asBoolean()) {
        it.risk(
                RULE,
                Severity.BLOCK,
                "PublicAccessBlockConfiguration." + field,
                "the bucket could become public")
            .ifPresent(risks::add);
      }
    }
  }

  private static void policy(Reviewed it, List<Risk> risks) {
    var property = POLICIES.get(it.change().type());
    if (property == null || (!it.added() && !it.changes(property))) {
      return;
    }
    for (var statement : Statements.of(it.now(property))) {
      if (statement.allows() && statement.anybody() && statement.condition().isMissingNode()) {
        it.risk(RULE, Severity.BLOCK, property, "it allows anybody " + statement.actions())
            .ifPresent(risks::add);
      }
    }
    if (!it.added()) {
      it.risk(RULE, Severity.APPROVE, property, "who may reach it changes").ifPresent(risks::add);
    }
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }
}
