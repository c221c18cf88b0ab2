package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.NotReadyYet;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.FunctionRelease;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import ai.myrecruiter.picasso.workflows.rollout.Versions;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * Publishes the function's code as a version, or takes the version that was asked for. Lambda
 * publishes the same code once only, so asking again gives the same version.
 */
public final class PublishVersion extends Task<Turn, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public PublishVersion() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public PublishVersion(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedRollout(ports, turn.run());
    var record = owned.read();
    var versions = record.candidate().map(List::of).orElseGet(() -> publish(record));
    for (var member : record.published(versions, owned.now()).members()) {
      requireActive(member.function(), member.candidate().orElseThrow());
    }
    var published = owned.change((rollout, now) -> rollout.published(versions, now));
    var next =
        new Itinerary(record.plan())
            .enter(
                0,
                Versions.capitalized(published.members(), Member::candidate) + " is the candidate");
    return new Turn(turn.run().of(published), next);
  }

  /**
   * A version of each function. The first has to be new; another that is not leaves the release.
   */
  private List<VersionNumber> publish(Rollout record) {
    var releases = record.request().releases();
    var versions =
        releases.stream()
            .map(release -> release.version().orElseGet(() -> publish(record.id(), release)))
            .toList();
    if (record.stable().equals(Optional.of(versions.getFirst()))) {
      throw refused(
          "$.function",
          record.request().function() + " version " + versions.getFirst(),
          "must have code that is not live already",
          "update the function's code first, or name a version, or release another function");
    }
    return versions;
  }

  private VersionNumber publish(RolloutId rollout, FunctionRelease release) {
    try {
      var answer =
          ports
              .lambda()
              .publishVersion(publish ->
                  publish
                      .functionName(release.function())
                      .codeSha256(release.codeSha256().orElse(null))
                      .description("Published by rollout " + rollout));
      return VersionNumber.parse(answer.version());
    } catch (InvalidParameterValueException e) {
      throw refused(
          "$.codeSha256",
          release.codeSha256().orElse("-"),
          "must be the digest of the function's code: " + e.awsErrorDetails().errorMessage(),
          "upload the code of "
              + release.function()
              + " that was approved, or start again with the digest of what is there");
    }
  }

  private void requireActive(String function, VersionNumber version) {
    var state =
        ports
            .lambda()
            .getFunctionConfiguration(
                request -> request.functionName(function).qualifier(version.toString()))
            .state();
    if (state == State.PENDING) {
      throw new NotReadyYet(
          "Version %s of %s is Pending; it is asked again until it is Active."
              .formatted(version, function));
    }
    if (state == State.FAILED) {
      throw refused(
          "$.version",
          function + " version " + version + " is Failed",
          "must become Active",
          "see its StateReason, mend the code and start again");
    }
  }

  private static PreflightRefused refused(String path, String value, String rule, String fix) {
    return new PreflightRefused(List.of(new Finding(path, value, rule, fix)));
  }
}
