package ai.myrecruiter.picasso.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.logs.RetentionDays;

final class EnvironmentSettingsTest {
  @Test
  void putsTheEnvironmentIntoEveryName() {
    assertThat(EnvironmentSettings.STAGING.chatFunction()).isEqualTo("picasso-staging-chat");
    assertThat(EnvironmentSettings.PRODUCTION.rollbackAlarms())
        .containsExactly(
            "picasso-production-cross-tenant-attempts", "picasso-production-chat-errors");
  }

  @Test
  void keepsDataInProductionOnly() {
    assertThat(EnvironmentSettings.PRODUCTION.keepsData()).isTrue();
    assertThat(EnvironmentSettings.STAGING.keepsData()).isFalse();
  }

  @Test
  void refusesANameThatIsNoPartOfAResourceName() {
    assertThatThrownBy(() -> settings("Staging 2", "chat.example.com", 7))
        .hasMessage(
            "environment name 'Staging 2' must be 2 to 16 small letters: it is part of every"
                + " resource name");
  }

  @Test
  void refusesADomainWithAScheme() {
    assertThatThrownBy(() -> settings("staging", "https://chat.example.com", 7))
        .hasMessageContaining("'https://chat.example.com'")
        .hasMessageContaining("without scheme or path");
  }

  @Test
  void refusesRecoveryBeyondWhatTheServiceOffers() {
    assertThatThrownBy(() -> settings("staging", "chat.example.com", 36))
        .hasMessageContaining("recoveryDays 36 of staging must be 1 to 35");
    assertThatThrownBy(() -> settings("staging", "chat.example.com", 0))
        .hasMessageContaining("recoveryDays 0");
  }

  private static EnvironmentSettings settings(String name, String domain, int recoveryDays) {
    return new EnvironmentSettings(name, domain, false, recoveryDays, RetentionDays.ONE_DAY);
  }
}
