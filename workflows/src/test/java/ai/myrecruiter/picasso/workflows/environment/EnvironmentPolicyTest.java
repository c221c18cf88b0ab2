package ai.myrecruiter.picasso.workflows.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.Approval;
import ai.myrecruiter.picasso.workflows.plan.ApprovalDefault;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentPolicyTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:111122223333:function:chat";
  private static final Plan PLAN =
      PlanReader.read(
              """
              name: two
              stages:
                - {name: first, weight: 10, duration: 60s, look: 30s, onInconclusive: pass}
                - {name: second, weight: 50, duration: 60s, look: 30s, onInconclusive: pass,
                   approval: {expiresAfter: 5m, default: approve, otherThanStarter: false}}
              bake: {holdback: 50, duration: 60s, look: 30s, onInconclusive: pass}
              alarms: [chat-errors]
              """)
          .orThrow();

  private static EnvironmentPolicy staging(boolean stages, boolean otherThanStarter) {
    return new EnvironmentPolicy(
        Environment.STAGING,
        Optional.empty(),
        Optional.empty(),
        new Approvals(false, stages, otherThanStarter));
  }

  private static EnvironmentPolicy at(@Nullable String account, @Nullable String region) {
    return new EnvironmentPolicy(
        Environment.STAGING,
        Optional.ofNullable(account),
        Optional.ofNullable(region),
        new Approvals(false, false, false));
  }

  @ParameterizedTest
  @CsvSource({
    ", , ''",
    "111122223333, eu-west-1, ''",
    "111122223333, , ''",
    "444455556666, , account",
    ", us-east-1, region",
    "444455556666, us-east-1, account region"
  })
  void refusesAnotherPlaceThanTheDocumentNames(
      @Nullable String account, @Nullable String region, String paths) {
    assertThat(at(account, region).place(ARN).stream().map(Finding::path).toList())
        .containsExactly(paths.isEmpty() ? new String[0] : paths.split(" "));
  }

  @Test
  void namesValueRuleAndFixOfAPlace() {
    var finding = at("444455556666", null).place(ARN).getFirst();
    assertThat(finding.value()).isEqualTo("111122223333");
    assertThat(finding.rule()).contains("444455556666").contains("staging");
    assertThat(finding.fix()).contains("profile");
  }

  @Test
  void leavesThePlanAsItIsWhereNothingIsDemanded() {
    assertThat(staging(false, false).demandedOf(PLAN)).isEqualTo(PLAN);
    assertThat(EnvironmentPolicy.standard(Environment.STAGING).demandedOf(PLAN)).isEqualTo(PLAN);
  }

  @Test
  void asksForEveryStageWhateverThePlanSaysAndNeverTakesSilenceForConsent() {
    var demanded = EnvironmentPolicy.standard(Environment.PRODUCTION).demandedOf(PLAN);
    assertThat(demanded.stages())
        .extracting(Stage::approval)
        .containsExactly(
            Optional.of(new Approval(Duration.ofHours(1), ApprovalDefault.REJECT, true)),
            Optional.of(new Approval(Duration.ofMinutes(5), ApprovalDefault.REJECT, true)));
    assertThat(demanded.bake()).isEqualTo(PLAN.bake());
  }

  @Test
  void asksAnotherPersonForWhatThePlanAsks() {
    assertThat(staging(false, true).demandedOf(PLAN).stages())
        .extracting(Stage::approval)
        .containsExactly(
            Optional.empty(),
            Optional.of(new Approval(Duration.ofMinutes(5), ApprovalDefault.APPROVE, true)));
    assertThat(staging(true, false).demandedOf(PLAN).stages().getFirst().approval())
        .contains(new Approval(Duration.ofHours(1), ApprovalDefault.REJECT, false));
  }

  @Test
  void isReadBackFromWhatTheTemplateCarries() {
    var policy = at("444455556666", "eu-west-1");
    assertThat(Contracts.read(Contracts.write(policy), EnvironmentPolicy.class)).isEqualTo(policy);
  }

  @ParameterizedTest
  @CsvSource({"false, true, true", "true, false, true", "true, true, false"})
  void refusesAProductionThatAsksForLess(boolean changeSet, boolean stages, boolean other) {
    assertThatThrownBy(() ->
            new EnvironmentPolicy(
                Environment.PRODUCTION,
                Optional.empty(),
                Optional.empty(),
                new Approvals(changeSet, stages, other)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("must all be true in production");
  }
}
