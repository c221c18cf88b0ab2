package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.asl.Dialect;
import ai.myrecruiter.picasso.local.engine.asl.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionDiagnostic;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionRequest;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionSeverity;

/** The call that checks a definition without making a state machine of it. */
final class ValidationCalls {
  private final Calls calls;

  ValidationCalls(Calls calls) {
    this.calls = calls;
  }

  /** Warnings are given to those who ask for them; they do not make a definition fail. */
  public ValidateStateMachineDefinitionResponse validateStateMachineDefinition(
      ValidateStateMachineDefinitionRequest request) {
    return calls.answer(
        request,
        () -> {
          int most = Constraints.diagnostics(request.maxResults());
          var dialect = new Dialect(MachineCalls.type(request.type()), Dialect.Tasks.OF_THE_STAGE);
          var findings = new ArrayList<>(Definition.check(request.definition(), dialect));
          if (request.severity() == ValidateStateMachineDefinitionSeverity.WARNING) {
            findings.addAll(Definition.warnings(request.definition()));
          }
          return answer(findings, most);
        },
        "definition");
  }

  private static ValidateStateMachineDefinitionResponse answer(List<Finding> findings, int most) {
    boolean good = findings.stream().allMatch(finding -> finding.code().isWarning());
    return ValidateStateMachineDefinitionResponse.builder()
        .result(
            good
                ? ValidateStateMachineDefinitionResultCode.OK
                : ValidateStateMachineDefinitionResultCode.FAIL)
        .diagnostics(findings.stream().limit(most).map(ValidationCalls::diagnostic).toList())
        .truncated(findings.size() > most)
        .build();
  }

  private static ValidateStateMachineDefinitionDiagnostic diagnostic(Finding finding) {
    return ValidateStateMachineDefinitionDiagnostic.builder()
        .severity(
            finding.code().isWarning()
                ? ValidateStateMachineDefinitionSeverity.WARNING
                : ValidateStateMachineDefinitionSeverity.ERROR)
        .code(finding.code().name())
        .message(finding.message())
        .location(Optional.of(finding.location()).filter(at -> !at.isEmpty()).orElse(null))
        .build();
  }
}
