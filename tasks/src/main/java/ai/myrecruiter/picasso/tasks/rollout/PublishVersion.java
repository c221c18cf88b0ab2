package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.NotReadyYet;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
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
    var candidate =
        record.candidate().or(() -> record.request().version()).orElseGet(() -> publish(record));
    if (record.stable().equals(Optional.of(candidate))) {
      throw refused(
          "$.function",
          record.request().function() + " version " + candidate,
          "must have code that is not live already",
          "update the function's code first, or name a version");
    }
    requireActive(record.request().function(), candidate);
    owned.change((rollout, now) -> rollout.published(candidate, now));
    var next = new Itinerary(record.plan()).enter(0, "Version " + candidate + " is the candidate");
    return new Turn(turn.run().of(candidate), next);
  }

  private VersionNumber publish(Rollout record) {
    var request = record.request();
    try {
      var answer =
          ports
              .lambda()
              .publishVersion(publish ->
                  publish
                      .functionName(request.function())
                      .codeSha256(request.codeSha256().orElse(null))
                      .description("Published by rollout " + request.rolloutId()));
      return VersionNumber.parse(answer.version());
    } catch (InvalidParameterValueException e) {
      throw refused(
          "$.codeSha256",
          request.codeSha256().orElse("-"),
          "must be the digest of the function's code: " + e.awsErrorDetails().errorMessage(),
          "upload the code that was approved, or start again with the digest of what is there");
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
