package ai.myrecruiter.picasso.infra.observability;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudwatch.AlarmBase;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** A topic for each named audience, encrypted and reached by TLS only. */
final class Audiences {
  private final Map<String, Topic> topics = new TreeMap<>();

  Audiences(Construct scope, EnvironmentSettings settings) {
    var key = TopicKey.create(scope, settings);
    for (var audience : EnvironmentConfig.AUDIENCES) {
      topics.put(audience, topic(scope, settings, audience, key));
    }
  }

  private static Topic topic(
      Construct scope, EnvironmentSettings settings, String audience, Key key) {
    var id = Character.toUpperCase(audience.charAt(0)) + audience.substring(1);
    var topic =
        Topic.Builder.create(scope, id)
            .topicName(settings.named(audience))
            .masterKey(key)
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsOfThisAccount")
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("RulesOfThisAccount")
            .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .build());
    var addresses = settings.config().audiences().getOrDefault(audience, List.of());
    addresses.forEach(address -> topic.addSubscription(new EmailSubscription(address)));
    return topic;
  }

  /** Operations hear every alarm, security hears those that tenants are no longer kept apart. */
  void tell(AlarmBase alarm, Severity severity) {
    alarm.addAlarmAction(new SnsAction(require("operations")));
    if (severity == Severity.CONTAIN) {
      alarm.addAlarmAction(new SnsAction(require("security")));
    }
  }

  /** Who releases hears when a release should wait. */
  void tellThoseWhoRelease(AlarmBase alarm) {
    alarm.addAlarmAction(new SnsAction(require("releases")));
  }

  private Topic require(String audience) {
    var topic = topics.get(audience);
    if (topic == null) {
      throw new IllegalArgumentException(
          "audience %s is none of %s; add it to EnvironmentConfig"
              .formatted(audience, topics.keySet()));
    }
    return topic;
  }
}
