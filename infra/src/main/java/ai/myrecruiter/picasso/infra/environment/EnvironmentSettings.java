package ai.myrecruiter.picasso.infra.environment;

import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * An environment's configuration as the stacks need it: names, ARNs made of names, and the words
 * that CDK has for what the configuration says.
 */
public record EnvironmentSettings(EnvironmentConfig config) {
  private static final Map<Long, RetentionDays> LOG_RETENTION =
      Map.ofEntries(
          Map.entry(1L, RetentionDays.ONE_DAY),
          Map.entry(3L, RetentionDays.THREE_DAYS),
          Map.entry(5L, RetentionDays.FIVE_DAYS),
          Map.entry(7L, RetentionDays.ONE_WEEK),
          Map.entry(14L, RetentionDays.TWO_WEEKS),
          Map.entry(30L, RetentionDays.ONE_MONTH),
          Map.entry(60L, RetentionDays.TWO_MONTHS),
          Map.entry(90L, RetentionDays.THREE_MONTHS),
          Map.entry(120L, RetentionDays.FOUR_MONTHS),
          Map.entry(150L, RetentionDays.FIVE_MONTHS),
          Map.entry(180L, RetentionDays.SIX_MONTHS),
          Map.entry(365L, RetentionDays.ONE_YEAR),
          Map.entry(400L, RetentionDays.THIRTEEN_MONTHS),
          Map.entry(545L, RetentionDays.EIGHTEEN_MONTHS),
          Map.entry(731L, RetentionDays.TWO_YEARS),
          Map.entry(1096L, RetentionDays.THREE_YEARS),
          Map.entry(1827L, RetentionDays.FIVE_YEARS),
          Map.entry(2192L, RetentionDays.SIX_YEARS),
          Map.entry(2557L, RetentionDays.SEVEN_YEARS),
          Map.entry(2922L, RetentionDays.EIGHT_YEARS),
          Map.entry(3288L, RetentionDays.NINE_YEARS),
          Map.entry(3653L, RetentionDays.TEN_YEARS));

  /** {@code staging} or {@code production}; part of every resource name. */
  public String name() {
    return config.environment().value();
  }

  /** Host of the chat page, the only origin that a browser may call from. */
  public String domain() {
    return config.domain();
  }

  /** Whether what holds data refuses deletion and outlives its stack. */
  public boolean keepsData() {
    return config.retention().keepData();
  }

  /** What becomes of data when its resource leaves the template. */
  public RemovalPolicy removal() {
    return keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }

  /** How far back a table can be restored. */
  public int recoveryDays() {
    return days(config.retention().recovery());
  }

  /** How long logs are kept. */
  public RetentionDays logRetention() {
    return Objects.requireNonNull(LOG_RETENTION.get(config.retention().logs().toDays()));
  }

  /** Whole days of a duration that was read as such. */
  public static int days(Duration duration) {
    return Math.toIntExact(duration.toDays());
  }

  /** The properties that all stacks of the environment have in common. */
  public StackProps stack(String description) {
    return StackProps.builder()
        .description("Picasso: " + description + " of " + name())
        .tags(Map.of("picasso:environment", name()))
        .terminationProtection(keepsData())
        .build();
  }

  /** The name of one of the environment's resources: {@code picasso-<environment>-<what>}. */
  public String named(String what) {
    return config.environment().prefix() + what;
  }

  /** The ARN of a resource of a regional service, made from its name: no stack waits for it. */
  public static String arn(String service, String resource) {
    return String.join(":", "arn", Aws.PARTITION, service, Aws.REGION, Aws.ACCOUNT_ID, resource);
  }

  /** The ARN of one of the environment's tables. */
  public String tableArn(String table) {
    return arn("dynamodb", "table/" + named(table));
  }

  /** The ARN of the topic of an audience. */
  public String topicArn(String audience) {
    return arn("sns", named(audience));
  }

  /** The name of the secret that holds the private keys of tokens. */
  public String signingSecret() {
    return config.secret();
  }

  /** The name of the secret that holds their public halves. */
  public String verificationSecret() {
    return config.verificationSecret();
  }

  /** The ARN of a secret, but for the six characters that the service chooses. */
  public static String secretArn(String name) {
    return arn("secretsmanager", "secret:" + name + "-??????");
  }

  /** The master function of the payload, which rollouts move. */
  public String chatFunction() {
    return named("chat");
  }

  /** The streaming function of the payload. */
  public String streamingFunction() {
    return named("streaming");
  }

  /** The function that an alarm watches. */
  public String watchedBy(ServiceAlarm alarm) {
    return switch (alarm.watched()) {
      case CHAT -> chatFunction();
      case STREAMING -> streamingFunction();
    };
  }

  /** The names of the alarms of some severities, in the order of the list. */
  public List<String> alarms(Severity... severities) {
    var wanted = Arrays.stream(severities).collect(Collectors.toSet());
    return Arrays.stream(ServiceAlarm.values())
        .filter(alarm -> wanted.contains(config.severity(alarm)))
        .map(config::alarmName)
        .toList();
  }

  /** The alarms that start {@code rollback}. */
  public List<String> rollbackAlarms() {
    return alarms(Severity.ROLLBACK, Severity.CONTAIN);
  }
}
