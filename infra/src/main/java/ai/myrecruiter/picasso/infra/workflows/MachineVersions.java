package ai.myrecruiter.picasso.infra.workflows;

import ai.myrecruiter.picasso.infra.environment.MachineStart;
import java.util.Objects;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineAlias;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachineVersion;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/**
 * A version of a machine for each revision that is deployed, and alias {@code live} on the newest:
 * an execution's ARN then says for good which definition it ran. Versions are kept.
 */
final class MachineVersions {
  private MachineVersions() {}

  /**
   * Adds both to a machine.
   *
   * @return the ARN of the alias
   */
  static String add(Construct scope, String id, StateMachine machine) {
    var resource = (CfnStateMachine) Objects.requireNonNull(machine.getNode().getDefaultChild());
    var version =
        CfnStateMachineVersion.Builder.create(scope, id + "Version")
            .stateMachineArn(machine.getStateMachineArn())
            .stateMachineRevisionId(resource.getAttrStateMachineRevisionId())
            .description("Made by a deployment")
            .build();
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return CfnStateMachineAlias.Builder.create(scope, id + "Live")
        .name(MachineStart.ALIAS)
        .description("The newest version")
        .deploymentPreference(
            CfnStateMachineAlias.DeploymentPreferenceProperty.builder()
                .stateMachineVersionArn(version.getRef())
                .type("ALL_AT_ONCE")
                .build())
        .build()
        .getRef();
  }
}
