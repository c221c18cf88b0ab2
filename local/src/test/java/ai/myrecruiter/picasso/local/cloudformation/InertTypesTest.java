package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InertTypesTest {
  private final ResourceTypes types = new ResourceTypes(InertTypes.all());

  @Test
  void saysForEveryTypeWhyNothingIsMissed() {
    assertThat(InertTypes.all())
        .allSatisfy(type -> assertThat(type.reason()).hasSizeGreaterThan(20));
  }

  @Test
  void givesRolesAnArnThatFunctionsCanCarry() {
    assertThat(create("AWS::IAM::Role", "{}"))
        .isEqualTo(new Created("s-It", Map.of("Arn", "arn:aws:iam::000000000000:role/s-It")));
  }

  @Test
  void keepsTheNameOfALogGroup() {
    var group = create("AWS::Logs::LogGroup", "{'LogGroupName': '/aws/lambda/chat'}");
    assertThat(group.physicalId()).isEqualTo("/aws/lambda/chat");
    assertThat(group.attributes())
        .containsEntry("Arn", "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/chat:*");
  }

  @Test
  void refusesTwoTypesOfOneName() {
    var twice = List.of(InertTypes.all().getFirst(), InertTypes.all().getFirst());
    assertThatThrownBy(() -> new ResourceTypes(twice))
        .hasMessage("resource type AWS::IAM::Role is there twice; remove one");
  }

  private Created create(String type, String properties) {
    var request =
        new ResourceRequest(
            Json.stack("s", "{}"), "It", Json.of(properties), Account.STAGE, Json.stack("s", "{}"));
    return types.find(type).orElseThrow().create(request);
  }
}
