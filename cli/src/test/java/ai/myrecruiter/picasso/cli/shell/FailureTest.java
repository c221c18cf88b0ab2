package ai.myrecruiter.picasso.cli.shell;

import static ai.myrecruiter.picasso.cli.shell.ExitStatus.FAILURE;
import static ai.myrecruiter.picasso.cli.shell.ExitStatus.REFUSED;
import static ai.myrecruiter.picasso.cli.shell.ExitStatus.TIMED_OUT;
import static ai.myrecruiter.picasso.cli.shell.ExitStatus.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.tasks.rollout.UnknownRollout;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.lease.LeaseHeld;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.SfnException;

final class FailureTest {
  private static final RolloutId ID = new RolloutId("20261102-080000-3fa9c1");

  @Test
  void exitCodesAreTheOnesOfTheInterface() {
    assertThat(Arrays.stream(ExitStatus.values()).map(ExitStatus::code))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void eachEndOfACommandHasItsOwnStatus() {
    assertThat(Failure.of(CommandEnd.failed("a"))).isEqualTo(new Failure(FAILURE, "a"));
    assertThat(Failure.of(CommandEnd.usage("b"))).isEqualTo(new Failure(USAGE, "b"));
    assertThat(Failure.of(CommandEnd.refused("c"))).isEqualTo(new Failure(REFUSED, "c"));
    assertThat(Failure.of(CommandEnd.timedOut("d"))).isEqualTo(new Failure(TIMED_OUT, "d"));
  }

  @Test
  void badInputIsUsageWithEveryFinding() {
    var failure = Failure.of(new InvalidInput("--limit", 0, "must be 1 to 1000", "give 20"));

    assertThat(failure).isEqualTo(new Failure(USAGE, "--limit = 0: must be 1 to 1000; give 20"));
  }

  @Test
  void anUnknownRolloutIsUsage() {
    var failure = Failure.of(new UnknownRollout(Environment.STAGING, ID));

    assertThat(failure.status()).isEqualTo(USAGE);
    assertThat(failure.message()).contains(ID.value()).contains("picasso rollout list");
  }

  @Test
  void aHeldLeaseIsARefusalThatNamesTheOwner() {
    var lease = Lease.never(Environment.STAGING).acquire(holder("arn:1", "mia"));
    var held =
        Assertions.catchThrowableOfType(
            LeaseHeld.class, () -> lease.acquire(holder("arn:2", "noah")));

    var failure = Failure.of(held);

    assertThat(failure.status()).isEqualTo(REFUSED);
    assertThat(failure.message()).contains("mia").contains(ID.value());
  }

  private static Holder holder(String arn, String name) {
    return new Holder(ID, arn, name, Instant.EPOCH);
  }

  @Test
  void anEndpointThatDoesNotAnswerLeadsToTheLocalStage() {
    var failure =
        Failure.of(SdkClientException.create("Unable to execute", new ConnectException("refused")));

    assertThat(failure.status()).isEqualTo(FAILURE);
    assertThat(failure.message())
        .contains("ConnectException (refused)")
        .contains("AWS_ENDPOINT_URL_SFN")
        .contains("picasso local");
  }

  @Test
  void missingCredentialsLeadToAProfileOrTheLocalStage() {
    var failure =
        Failure.of(
            SdkClientException.create("Unable to load credentials from any of the providers"));

    assertThat(failure.status()).isEqualTo(FAILURE);
    assertThat(failure.message()).contains("--profile").contains("picasso local");
  }

  @Test
  void aMissingRegionLeadsToTheOption() {
    var failure = Failure.of(SdkClientException.create("Unable to load region from any"));

    assertThat(failure.message()).contains("--region").contains("AWS_REGION");
  }

  @Test
  void aMissingTableIsUsage() {
    var failure =
        Failure.of(
            ResourceNotFoundException.builder()
                .awsErrorDetails(details("ResourceNotFoundException", "no table"))
                .build());

    assertThat(failure.status()).isEqualTo(USAGE);
    assertThat(failure.message()).contains("no table").contains("deploy");
  }

  @Test
  void refusedCredentialsAndMissingPermissionsSayWhatToDo() {
    assertThat(Failure.of(service("ExpiredTokenException", 400)).message())
        .contains("Sign in again");
    assertThat(Failure.of(service("AccessDeniedException", 400)).message())
        .contains("Ask for the permission");
    assertThat(Failure.of(service("InternalFailure", 500)).message()).contains("Try again");
  }

  private static Exception service(String code, int status) {
    return SfnException.builder()
        .awsErrorDetails(details(code, "because"))
        .statusCode(status)
        .build();
  }

  private static AwsErrorDetails details(String code, String message) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
  }

  @Test
  void theLinesOfAMessageHoldNoControlCharacters() {
    assertThat(Failure.of(CommandEnd.failed("one\ntwo \u001b[2J")).lines())
        .containsExactly("picasso: one", "two ?[2J");
  }

  @Test
  void anythingElseIsAFailureThatAsksForAReport() {
    var failure = Failure.of(new IllegalStateException("boom"));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                FAILURE,
                "Unexpected IllegalStateException: boom. Run the command again with --verbose and"
                    + " report what it prints."));
  }
}
