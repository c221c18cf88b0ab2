package ai.myrecruiter.picasso.workflows.cost;

import ai.myrecruiter.picasso.workflows.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every type of resource that is known: what it bills by, or why it is free. */
final class ResourceTypes {
  private static final String PART = "part of what is billed elsewhere";
  private static final Map<String, Biller> BILLED =
      Map.ofEntries(
          Map.entry(Template.FUNCTION, ComputeBilling::functions),
          Map.entry("AWS::Scheduler::Schedule", ComputeBilling::schedules),
          Map.entry("AWS::Events::Rule", ComputeBilling::rules),
          Map.entry("AWS::ApiGatewayV2::Api", ComputeBilling::httpApis),
          Map.entry("AWS::StepFunctions::StateMachine", ResourceTypes::machines),
          Map.entry("AWS::DynamoDB::Table", StoreBilling::tables),
          Map.entry("AWS::KMS::Key", StoreBilling::keys),
          Map.entry("AWS::SecretsManager::Secret", StoreBilling::secrets),
          Map.entry("AWS::S3::Bucket", StoreBilling::buckets),
          Map.entry("AWS::SQS::Queue", StoreBilling::queues),
          Map.entry("AWS::CloudWatch::Alarm", WatchBilling::alarms),
          Map.entry("AWS::CloudWatch::CompositeAlarm", WatchBilling::composites),
          Map.entry("AWS::CloudWatch::Dashboard", WatchBilling::dashboards),
          Map.entry("AWS::Logs::LogGroup", WatchBilling::logs),
          Map.entry("AWS::SNS::Topic", WatchBilling::topics));
  private static final Map<String, String> FREE =
      Map.ofEntries(
          Map.entry("AWS::IAM::Role", "IAM is free"),
          Map.entry("AWS::IAM::Policy", "IAM is free"),
          Map.entry("AWS::IAM::ManagedPolicy", "IAM is free"),
          Map.entry("AWS::Lambda::Version", "SnapStart is free for Java; storage to 75 GB too"),
          Map.entry("AWS::Lambda::Alias", PART),
          Map.entry("AWS::Lambda::Url", PART),
          Map.entry("AWS::Lambda::Permission", PART),
          Map.entry("AWS::Lambda::EventInvokeConfig", PART),
          Map.entry("AWS::StepFunctions::StateMachineVersion", PART),
          Map.entry("AWS::StepFunctions::StateMachineAlias", PART),
          Map.entry("AWS::Scheduler::ScheduleGroup", PART),
          Map.entry("AWS::ApiGatewayV2::Integration", PART),
          Map.entry("AWS::ApiGatewayV2::Route", PART),
          Map.entry("AWS::ApiGatewayV2::Stage", PART),
          Map.entry("AWS::KMS::Alias", PART),
          Map.entry("AWS::S3::BucketPolicy", PART),
          Map.entry("AWS::SNS::TopicPolicy", PART),
          Map.entry("AWS::SNS::Subscription", "deliveries are billed with the topic"),
          Map.entry("AWS::SQS::QueuePolicy", PART),
          Map.entry("AWS::SecretsManager::ResourcePolicy", PART),
          Map.entry("AWS::Logs::ResourcePolicy", PART),
          Map.entry("AWS::CDK::Metadata", "not a resource"));

  /** Properties that cost and have no line. */
  private static final Map<String, Set<String>> COSTLY =
      Map.of(
          "AWS::Lambda::Alias",
          Set.of("ProvisionedConcurrencyConfig"),
          Template.FUNCTION,
          Set.of("EphemeralStorage", "FileSystemConfigs", "TracingConfig"),
          "AWS::DynamoDB::Table",
          Set.of(
              "ContributorInsightsSpecification",
              "GlobalSecondaryIndexes",
              "KinesisStreamSpecification",
              "ProvisionedThroughput"),
          "AWS::S3::Bucket",
          Set.of(
              "AnalyticsConfigurations",
              "IntelligentTieringConfigurations",
              "InventoryConfigurations",
              "ReplicationConfiguration"));

  private ResourceTypes() {}

  static Optional<Biller> biller(String type) {
    return Optional.ofNullable(BILLED.get(type));
  }

  static Optional<String> whyFree(String type) {
    return Optional.ofNullable(FREE.get(type));
  }

  /** The finding about a type that nobody has priced. */
  static Finding unknown(TemplateResource resource) {
    return resource.finding(
        "",
        resource.type(),
        "must be of a type with a price or on the list of free ones",
        "add it to either; an estimate without it would be too low");
  }

  /** The findings about properties that cost and have no line. */
  static List<Finding> unpriced(TemplateResource resource) {
    return COSTLY.getOrDefault(resource.type(), Set.of()).stream()
        .sorted()
        .filter(resource.properties()::has)
        .map(property ->
            resource.finding(
                property,
                resource.properties().path(property).toString(),
                "must not be set: it costs and has no price here",
                "remove it, or add its price"))
        .toList();
  }

  /** What machines cost is in the rollouts; here only what the price does not cover. */
  private static void machines(List<TemplateResource> machines, Biller.Bill bill) {
    for (var machine : machines) {
      if (!machine.text("StateMachineType").equals("STANDARD")) {
        bill.findings.add(
            machine.finding(
                "StateMachineType",
                machine.text("StateMachineType"),
                "must be STANDARD, which the price is for",
                "set it, or add meters for Express"));
      }
    }
  }

  /** How many there are of each free type. */
  static Map<String, Long> countFree(Template template) {
    var counts = new TreeMap<String, Long>();
    template.resources().stream()
        .map(TemplateResource::type)
        .filter(FREE::containsKey)
        .forEach(type -> counts.merge(type, 1L, Long::sum));
    return counts;
  }
}
