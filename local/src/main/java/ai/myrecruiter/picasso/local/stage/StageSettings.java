package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.lambda.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How a stage is set up.
 *
 * @param assembly the cloud assembly to provision, normally {@code infra/target/cdk.out}
 * @param environment whose stacks are provisioned, such as {@code staging}
 * @param metricLag how long a metric takes until a query sees it, zero or more
 * @param functionUrlPort of the first Function URL on loopback, 0 for any that is free, as further
 *     ones have; empty for no HTTP at all
 * @param dynamoDbPort of DynamoDB on loopback, 0 for any that is free; empty for tables inside this
 *     JVM only
 * @param pageOrigin from which a browser may call the Function URLs, beside the origins of the
 *     template
 * @param blueprint what this stage has in common with others; with it the tables are kept in memory
 * @param empty without any stack, as an account is before its first deployment
 * @param log told of every log line of a function
 * @param report told of what the stage could not use, such as an event that no target took
 */
public record StageSettings(
    Path assembly,
    String environment,
    Duration metricLag,
    OptionalInt functionUrlPort,
    OptionalInt dynamoDbPort,
    Optional<String> pageOrigin,
    Optional<StageBlueprint> blueprint,
    boolean empty,
    Consumer<LogLine> log,
    Consumer<String> report) {
  /**
   * A stage inside this JVM, without ports, whose metrics are seen at once and whose log nobody
   * reads.
   */
  public static StageSettings silent(Path assembly) {
    return new StageSettings(
        assembly,
        "staging",
        Duration.ZERO,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        line -> {},
        report -> {});
  }

  /** The same with a Function URL on a port. */
  public StageSettings withFunctionUrl(int port) {
    return new StageSettings(
        assembly,
        environment,
        metricLag,
        OptionalInt.of(port),
        dynamoDbPort,
        pageOrigin,
        blueprint,
        empty,
        log,
        report);
  }

  /** The same with DynamoDB on a port. */
  public StageSettings withDynamoDb(int port) {
    return new StageSettings(
        assembly,
        environment,
        metricLag,
        functionUrlPort,
        OptionalInt.of(port),
        pageOrigin,
        blueprint,
        empty,
        log,
        report);
  }

  /** The same with a page of another origin that may call the Function URLs. */
  public StageSettings servingPage(String origin) {
    return new StageSettings(
        assembly,
        environment,
        metricLag,
        functionUrlPort,
        dynamoDbPort,
        Optional.of(origin),
        blueprint,
        empty,
        log,
        report);
  }

  /** The same with metrics that are seen later. */
  public StageSettings withMetricLag(Duration lag) {
    return new StageSettings(
        assembly,
        environment,
        lag,
        functionUrlPort,
        dynamoDbPort,
        pageOrigin,
        blueprint,
        empty,
        log,
        report);
  }

  /**
   * One of many stages made from a blueprint, which is of the same assembly and environment; it has
   * no DynamoDB on a port.
   */
  public StageSettings madeFrom(StageBlueprint common) {
    return new StageSettings(
        assembly,
        environment,
        metricLag,
        functionUrlPort,
        OptionalInt.empty(),
        pageOrigin,
        Optional.of(common),
        empty,
        log,
        report);
  }

  /** The same with somebody who reads reports. */
  public StageSettings reportingTo(Consumer<String> reader) {
    return new StageSettings(
        assembly,
        environment,
        metricLag,
        functionUrlPort,
        dynamoDbPort,
        pageOrigin,
        blueprint,
        empty,
        log,
        reader);
  }

  /** The same without any stack, as an account is before its first deployment. */
  public StageSettings emptied() {
    return new StageSettings(
        assembly,
        environment,
        metricLag,
        functionUrlPort,
        dynamoDbPort,
        pageOrigin,
        blueprint,
        true,
        log,
        report);
  }
}
