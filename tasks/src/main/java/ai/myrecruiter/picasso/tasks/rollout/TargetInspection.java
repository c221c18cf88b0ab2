package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.FunctionRelease;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/** What is there of function, alias and version, and whether a weighted alias can take them. */
final class TargetInspection {
  private final FunctionRelease release;
  private final String aliasName;
  private final String path;
  private final Optional<GetFunctionConfigurationResponse> function;
  private final Optional<AliasState> alias;
  private final Optional<GetFunctionConfigurationResponse> candidate;
  private final Optional<GetFunctionConfigurationResponse> live;

  /** Inspects every function of a release. */
  static List<TargetInspection> all(LambdaClient lambda, StartRollout request) {
    var releases = request.releases();
    return IntStream.range(0, releases.size())
        .mapToObj(i ->
            new TargetInspection(
                lambda,
                releases.get(i),
                request.alias(),
                i == 0 ? "$." : "$.companions[" + (i - 1) + "]."))
        .toList();
  }

  private TargetInspection(
      LambdaClient lambda, FunctionRelease release, String aliasName, String path) {
    this.release = release;
    this.aliasName = aliasName;
    this.path = path;
    this.function = configuration(lambda, release.function(), "$LATEST");
    this.alias =
        function.flatMap(
            f -> found(() -> new WeightedAlias(lambda, release.function(), aliasName).read()));
    this.candidate =
        release
            .version()
            .map(version -> configuration(lambda, release.function(), version.toString()))
            .orElse(function);
    this.live =
        alias.flatMap(
            a -> configuration(lambda, release.function(), a.weights().primary().toString()));
  }

  private static Optional<GetFunctionConfigurationResponse> configuration(
      LambdaClient lambda, String function, String qualifier) {
    return found(
        () -> lambda.getFunctionConfiguration(r -> r.functionName(function).qualifier(qualifier)));
  }

  private static <T> Optional<T> found(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (ResourceNotFoundException missing) {
      return Optional.empty();
    }
  }

  /** What does not exist. */
  List<Finding> missing() {
    var findings = new ArrayList<Finding>();
    if (function.isEmpty()) {
      findings.add(
          new Finding(
              path + "function",
              release.function(),
              "must exist",
              "list them with: aws lambda list-functions"));
      return findings;
    }
    if (alias.isEmpty()) {
      findings.add(
          new Finding(
              "$.alias",
              aliasName,
              "must exist on " + release.function(),
              "deploy the payload stack, which creates it"));
    }
    if (candidate.isEmpty()) {
      findings.add(
          new Finding(
              path + "version",
              release.version().map(VersionNumber::toString).orElse("-"),
              "must be a published version of " + release.function(),
              "list them with: aws lambda list-versions-by-function, or leave it out to publish one"));
    }
    return findings;
  }

  /** What exists, but cannot be rolled out; to be asked when nothing is missing. */
  List<Finding> unfit() {
    var findings = new ArrayList<Finding>();
    var weights = alias.orElseThrow().weights();
    if (weights.isSplit()) {
      findings.add(
          new Finding(
              "$.alias",
              release.function() + " " + weights,
              "must send everything to one version before a rollout",
              "picasso rollout abort, or wait for the watchdog"));
    }
    if (release.version().equals(Optional.of(weights.primary()))) {
      findings.add(
          new Finding(
              path + "version",
              weights.primary().toString(),
              "must not be the version that is live already",
              "name another version"));
    }
    var state = function.orElseThrow().state();
    if (state != null && state != State.ACTIVE && state != State.INACTIVE) {
      findings.add(
          new Finding(
              path + "function",
              release.function() + " is " + state,
              "must be Active",
              "wait for the update, or see its StateReason"));
    }
    findings.addAll(differences());
    return findings;
  }

  private List<Finding> differences() {
    var findings = new ArrayList<Finding>();
    var one = live.orElseThrow();
    var two = candidate.orElseThrow();
    if (!Objects.equals(one.role(), two.role())) {
      findings.add(
          new Finding(
              path + "function",
              two.role(),
              "an alias with weights needs the same execution role on both versions: " + one.role(),
              "release the role first, on its own"));
    }
    if (!Objects.equals(one.deadLetterConfig(), two.deadLetterConfig())) {
      findings.add(
          new Finding(
              path + "function",
              String.valueOf(two.deadLetterConfig()),
              "an alias with weights needs the same dead-letter queue on both versions",
              "release the queue first, on its own"));
    }
    return findings;
  }

  VersionNumber stable() {
    return alias.orElseThrow().weights().primary();
  }
}
