package ai.myrecruiter.picasso.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class EnvironmentTest {
  @Test
  void isReadFromItsName() {
    assertThat(Environment.parse("staging")).isEqualTo(Environment.STAGING);
    assertThat(Environment.parse("production")).isEqualTo(Environment.PRODUCTION);
    assertThat(Environment.PRODUCTION).hasToString("production");
  }

  @Test
  void refusesAnotherNameAndNamesTheKnownOnes() {
    for (var text : new String[] {"prod", "Staging", "", " staging"}) {
      assertThatThrownBy(() -> Environment.parse(text))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("environment = " + text + ": must be staging or production");
    }
  }

  @Test
  void prefixesTheNamesOfItsResources() {
    assertThat(Environment.STAGING.prefix()).isEqualTo("picasso-staging-");
  }
}
