package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlannedNamesTest {
  private static final InertType WITH_ARN =
      new InertType(
          "Test::Role", "for tests", "Name", Optional.of((account, name) -> "arn:" + name));
  private static final InertType WITHOUT_ARN =
      new InertType("Test::Policy", "for tests", "Name", Optional.empty());
  private final PlannedNames names =
      new PlannedNames(
          new StackValues(Account.STAGE, "s", Map.of("Both", TextNode.valueOf("parameter"))),
          Map.of("Role", WITH_ARN, "Policy", WITHOUT_ARN),
          Set.of("shared"));

  @Test
  void remembersWhichResourcesWereAskedForSinceTheLastTime() {
    names.ref("Policy");
    names.attribute("Role", "Arn");
    names.ref("Role");
    names.ref("AWS::Region");
    assertThat(names.takeAsked()).containsExactly("Policy", "Role");
    assertThat(names.takeAsked()).isEmpty();
  }

  @Test
  void promisesOnlyTheAttributesThatTheTypeHas() {
    assertThat(names.attribute("Role", "Arn")).containsSame(Unknown.VALUE);
    assertThat(names.attribute("Role", "RoleId")).isEmpty();
    assertThat(names.attribute("Policy", "Arn")).isEmpty();
    assertThat(names.attribute("Absent", "Arn")).isEmpty();
    assertThat(names.takeAsked()).containsExactly("Role");
  }

  @Test
  void knowsParametersAndWhatEarlierStacksExport() {
    assertThat(names.ref("Both")).contains(TextNode.valueOf("parameter"));
    assertThat(names.exported("shared")).containsSame(Unknown.VALUE);
    assertThat(names.exported("unshared")).isEmpty();
    assertThat(names.takeAsked()).isEmpty();
  }

  @Test
  void agreesWithWhatIsMadeLaterOnWhatThereIs() {
    var made = Map.of("Role", new Created("role-1", Map.of("Arn", "arn:role-1")));
    var live =
        new LiveNames(new StackValues(Account.STAGE, "s", Map.of()), made, Map.of("shared", "x"));
    assertThat(live.ref("Role")).contains(TextNode.valueOf("role-1"));
    assertThat(live.attribute("Role", "Arn")).contains(TextNode.valueOf("arn:role-1"));
    assertThat(live.attribute("Role", "RoleId")).isEmpty();
    assertThat(live.ref("Absent")).isEmpty();
    assertThat(live.exported("shared")).contains(TextNode.valueOf("x"));
    assertThat(live.exported("unshared")).isEmpty();
  }
}
