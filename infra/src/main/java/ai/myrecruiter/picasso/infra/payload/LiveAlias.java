package ai.myrecruiter.picasso.infra.payload;

import java.util.Objects;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/**
 * Alias {@code live}, which CloudFormation creates and never moves.
 *
 * <p>CloudFormation calls Lambda for the alias only when a property of the resource has another
 * value than in the stack's last template. Name and function never change, and the version is the
 * parameter {@code StableVersion}, which a deployment passes as the version that is live already.
 * So the alias has these three properties and no other: a description or routing configuration here
 * would be written over the one that a rollout made, and a split would end in the middle of it.
 *
 * <p>Two cases remain. An update that passes a new {@code StableVersion} (the first one after a
 * promotion) writes the version that the alias has already: no request is served by another
 * version. An update in the middle of a rollout must keep the old value ({@code UsePreviousValue});
 * the lease allows no other deployment then, and preflight refuses when parameter and alias differ.
 */
final class LiveAlias {
  static final String NAME = "live";
  private final CfnAlias alias;

  LiveAlias(Construct scope, Function function) {
    this(scope, function, "");
  }

  /**
   * The alias of one of several functions.
   *
   * @param prefix begins the logical ids, empty for the chat function
   */
  LiveAlias(Construct scope, Function function, String prefix) {
    var stable =
        CfnParameter.Builder.create(scope, prefix + "StableVersion")
            .type("String")
            .defaultValue("1")
            .allowedPattern("[1-9][0-9]{0,17}")
            .constraintDescription("must be the number of the version that is live now")
            .description("Version that is live now; a deployment never moves traffic")
            .build();
    alias =
        CfnAlias.Builder.create(scope, prefix + "Live")
            .name(NAME)
            .functionName(function.getFunctionName())
            .functionVersion(stable.getValueAsString())
            .build();
    var published = function.getCurrentVersion().getNode().getDefaultChild();
    alias.addResourceDependency((CfnResource) Objects.requireNonNull(published));
  }

  /** ARN of the alias. */
  String arn() {
    return alias.getRef();
  }

  /** Makes a resource wait until the alias is there. */
  void before(CfnResource later) {
    later.addResourceDependency(alias);
  }
}
